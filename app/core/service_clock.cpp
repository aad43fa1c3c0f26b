#include "app/core/service_clock.h"

#include <atomic>

namespace madoguchi::app {
namespace {

using std::chrono::seconds;

/// What the service's clock is ahead of this computer's.
std::atomic<seconds::rep>& ahead() {
  static std::atomic<seconds::rep> held{0};
  return held;
}

std::chrono::sys_seconds ownTime() {
  return std::chrono::floor<seconds>(std::chrono::system_clock::now());
}

}  // namespace

std::chrono::sys_seconds serviceTime() { return ownTime() + seconds(ahead()); }

void hearServiceTime(std::chrono::sys_seconds time) {
  constexpr std::chrono::minutes kNothing{1};  // for which an answer may be under way
  const seconds difference = time - ownTime();
  ahead() = std::chrono::abs(difference) > kNothing ? difference.count() : 0;
}

}  // namespace madoguchi::app
