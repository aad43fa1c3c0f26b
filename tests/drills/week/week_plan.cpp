#include "tests/drills/week/week_plan.h"

#include <random>
#include <stdexcept>
#include <string>

namespace madoguchi::test {
namespace {

/// Of the busiest hour, by the hour of a day: a first peak before noon and a second one at night,
/// when people are at home.
constexpr std::array<double, kHours> kCurve = {0.10, 0.05, 0.03, 0.03, 0.03, 0.06, 0.15, 0.30,
                                               0.50, 0.80, 0.90, 0.95, 1.00, 0.90, 0.80, 0.75,
                                               0.70, 0.70, 0.75, 0.85, 0.95, 1.00, 0.70, 0.30};

/// Of a hundred who come.
constexpr std::array<double, 7> kShares = {28, 4, 40, 10, 5, 5, 8};

}  // namespace

Plan planFrom(int argc, char** argv) {
  Plan plan;
  constexpr double kMinute = 60;
  for (int i = 1; i < argc; i += 2) {
    const std::string option = argv[i];
    const double value = i + 1 < argc ? std::stod(argv[i + 1]) : 0;
    if (value <= 0) {
      throw std::runtime_error(option + " lacks its number");
    }
    if (option == "--rate") {
      plan.rate = value;
    } else if (option == "--minutes" || option == "--seconds") {
      plan.seconds = option == "--minutes" ? value * kMinute : value;
    } else {
      throw std::runtime_error("unknown option " + option);
    }
  }
  return plan;
}

std::vector<Visit> visitsOf(const Plan& plan) {
  std::mt19937 random(20260401);  // NOLINT: what comes is the same each time
  std::exponential_distribution<double> pause(plan.rate);
  std::uniform_real_distribution<double> chance(0, 1);
  std::discrete_distribution<int> errand(kShares.begin(), kShares.end());
  std::vector<Visit> visits;
  for (double at = pause(random); at < plan.seconds; at += pause(random)) {
    const double hour = at / plan.seconds * kDays * kHours;
    if (chance(random) < kCurve[static_cast<std::size_t>(hour) % kHours]) {
      visits.push_back({at, static_cast<Errand>(errand(random)), visits.size()});
    }
  }
  return visits;
}

}  // namespace madoguchi::test
