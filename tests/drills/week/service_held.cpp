#include "tests/drills/week/service_held.h"

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "tests/drills/week/week_plan.h"
#include "tests/integration/backend/crowd.h"

namespace madoguchi::test {
namespace {

/// A day that is shorter has no night in which the service could come to rest.
constexpr double kLeastDay = 60;
constexpr int kNightBegins = 2;
constexpr int kNightEnds = 5;

}  // namespace

Held heldBy(int process, soci::session* postgresql) {
  namespace fs = std::filesystem;
  const fs::path of = "/proc/" + std::to_string(process);
  long long temporary = 0;
  for (const auto& descriptor : fs::directory_iterator(of / "fd")) {
    std::error_code gone;
    temporary += fs::read_symlink(descriptor, gone).string().starts_with("/var/tmp") ? 1 : 0;
  }
  long long connections = 0;
  if (postgresql != nullptr) {
    *postgresql << "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database()",
        soci::into(connections);
  }
  const fs::directory_iterator threads(of / "task");
  return {{"residentKilobytes", static_cast<long long>(residentKilobytes(process))},
          {"descriptors", static_cast<long long>(openDescriptors(process))},
          {"threads", std::distance(begin(threads), end(threads))},
          {"databaseConnections", connections},
          {"temporaryFiles", temporary}};
}

std::vector<Held> WeekOfHeld::nights() const {
  std::vector<Held> all(kDays);
  for (const Noted& noted : m_held) {
    const double hours = noted.at / m_seconds * kDays * kHours;
    const auto day = static_cast<std::size_t>(hours / kHours);
    const auto hour = static_cast<int>(hours) % kHours;
    if (day < all.size() && hour >= kNightBegins && hour < kNightEnds) {
      for (const auto& [name, value] : noted.held) {
        const auto [place, isNew] = all[day].emplace(name, value);
        place->second = isNew ? value : std::min(place->second, value);
      }
    }
  }
  return all;
}

Held WeekOfHeld::grown() const {
  if (m_seconds < kDays * kLeastDay) {
    return {};
  }
  constexpr long long kFew = 4;
  Held all;
  const auto counted = nights();
  for (const auto& [name, before] : counted[1]) {
    const long long grace = name == "residentKilobytes" ? before / 10 : kFew;
    all[name] = std::max(0LL, counted.back().at(name) - before - grace);
  }
  return all;
}

}  // namespace madoguchi::test
