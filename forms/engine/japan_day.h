#pragma once

#include <chrono>

namespace madoguchi::forms {

/// The day that it is in Japan, which has no summer time.
constexpr std::chrono::year_month_day dayInJapan(std::chrono::sys_seconds time) {
  return std::chrono::floor<std::chrono::days>(time + std::chrono::hours(9));
}

/// The last day in Japan of a time that is over at `end`: of a midnight the day before.
constexpr std::chrono::year_month_day lastDayInJapan(std::chrono::sys_seconds end) {
  return dayInJapan(end - std::chrono::seconds(1));
}

}  // namespace madoguchi::forms
