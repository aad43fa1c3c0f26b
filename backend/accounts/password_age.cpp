#include "backend/accounts/password_age.h"

namespace madoguchi::backend {
namespace {

constexpr std::chrono::hours kJapan{9};  // ahead of UTC, all the year

}  // namespace

std::chrono::year_month_day lastDayOfPassword(Seconds setAt) {
  using namespace std::chrono;
  const year_month_day then(floor<days>(setAt + kJapan));
  const year_month_day later = then + years(1);
  return later.ok() ? later : later.year() / later.month() / last;
}

Seconds endOfPassword(Seconds setAt) {
  return std::chrono::sys_days(lastDayOfPassword(setAt)) + std::chrono::days(1) - kJapan;
}

}  // namespace madoguchi::backend
