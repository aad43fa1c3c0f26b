#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

// Who comes in the week, when and for what: planned beforehand, whatever becomes of them.

namespace madoguchi::test {

constexpr int kDays = 7;
constexpr int kHours = 24;

enum class Errand : std::uint8_t { plain, card, login, wrong, link, filing, cut };
constexpr std::array<const char*, 7> kNames = {"registration",  "registrationWithCard", "login",
                                               "wrongPassword", "passwordLink",         "filing",
                                               "connectionCut"};

struct Visit {
  double at = 0;  ///< seconds from the beginning
  Errand errand = Errand::plain;
  std::size_t number = 0;
};

struct Plan {
  double seconds = 3600;  ///< that the week takes
  double rate = 12;       ///< how many come a second in the busiest hour
};

/// Of the command line. Throws std::runtime_error where it is wrong.
Plan planFrom(int argc, char** argv);

/// Poisson arrivals by the curve of a day: the same in each run.
std::vector<Visit> visitsOf(const Plan& plan);

}  // namespace madoguchi::test
