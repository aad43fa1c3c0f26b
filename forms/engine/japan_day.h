#pragma once

#include <chrono>

namespace madoguchi::forms {

/// The day that it is in Japan, which has no summer time.
constexpr std::chrono::year_month_day dayInJapan(std::chrono::sys_seconds time) {
  return std::chrono::floor<std::chrono::days>(time + std::chrono::hours(9));
}

}  // namespace madoguchi::forms
