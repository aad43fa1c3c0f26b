#include "backend/accounts/password_age.h"

namespace madoguchi::backend {
namespace {

constexpr std::chrono::hours kJapan{9};  // ahead of UTC, all the year

}  // namespace

std::chrono::year_month_day lastDayOfPassword(Seconds setAt) {
  using namespace std::chrono;
  const year_month_day first(floor<days>(setAt + kJapan) + days(1));
  const year_month_day same = first + years(1);
  return same.ok() ? year_month_day(sys_days(same) - days(1)) : same.year() / same.month() / last;
}

Seconds endOfPassword(Seconds setAt) {
  return std::chrono::sys_days(lastDayOfPassword(setAt)) + std::chrono::days(1) - kJapan;
}

Seconds firstSetThatEndsAfter(Seconds time) {
  // The end goes by the day, so that one of two neighbouring days in Japan is the first.
  constexpr std::chrono::days kLongest{367};
  auto day = std::chrono::floor<std::chrono::days>(time + kJapan) - kLongest;
  while (endOfPassword(day - kJapan) <= time) {
    day += std::chrono::days(1);
  }
  return day - kJapan;
}

}  // namespace madoguchi::backend
