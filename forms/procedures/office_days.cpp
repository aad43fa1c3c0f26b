#include "forms/procedures/office_days.h"

#include <algorithm>
#include <array>

namespace madoguchi::forms {
namespace {

using namespace std::chrono;

/// Act on National Holidays, article 2: those of a day of their own, and those of a Monday.
constexpr std::array kHolidays =
    std::to_array<month_day>({January / 1, February / 11, February / 23, April / 29, May / 3,
                              May / 4, May / 5, August / 11, November / 3, November / 23});
constexpr std::array kMondays = std::to_array<month_weekday>(
    {January / Monday[2], July / Monday[3], September / Monday[3], October / Monday[2]});

constexpr int kFirst = 1980;

/// The day of an equinox in March or September, from that in 1980: the usual formula for 1980 to
/// 2099.
unsigned equinox(int year, double in1980) {
  constexpr double kShift = 0.242194;  // of a year of 365 days
  constexpr int kLeap = 4;
  const int years = year - kFirst;
  return static_cast<unsigned>(in1980 + kShift * years) - static_cast<unsigned>(years / kLeap);
}

bool isEquinox(year_month_day day) {
  constexpr double kSpring = 20.8431;
  constexpr double kAutumn = 23.2488;
  constexpr int kLast = 2099;
  const int year = static_cast<int>(day.year());
  if (year < kFirst || year > kLast) {
    return false;
  }
  const auto number = static_cast<unsigned>(day.day());
  return (day.month() == March && number == equinox(year, kSpring)) ||
         (day.month() == September && number == equinox(year, kAutumn));
}

bool isNamed(year_month_day day) {
  const auto falls = [day](const auto& holiday) {
    return day == year_month_day(sys_days(day.year() / holiday));
  };
  return std::ranges::any_of(kHolidays, falls) || std::ranges::any_of(kMondays, falls) ||
         isEquinox(day);
}

/// Article 3: the first day behind a holiday on a Sunday that is none itself, and a day between
/// two.
bool isHoliday(sys_days day) {
  if (isNamed(day) || (isNamed(day - days(1)) && isNamed(day + days(1)))) {
    return true;
  }
  sys_days before = day - days(1);
  while (isNamed(before) && weekday(before) != Sunday) {
    before -= days(1);
  }
  return isNamed(before);
}

bool isNewYear(year_month_day day) {
  return (day.month() == December && day.day() >= std::chrono::day(29)) ||
         (day.month() == January && day.day() <= std::chrono::day(3));
}

bool isClosedByLaw(year_month_day day) {
  const weekday ofWeek{sys_days(day)};
  return ofWeek == Saturday || ofWeek == Sunday || isNewYear(day) || isHoliday(day);
}

}  // namespace

bool isOfficeClosed(const ProcedureFacts& facts, year_month_day day) {
  const auto any = [](const OfficeDayRow& /*row*/) { return true; };
  const OfficeDayRow* const said = rowOn(facts.officeDays, day, any);
  return said != nullptr ? said->closed : isClosedByLaw(day);
}

year_month_day officeDayFrom(const ProcedureFacts& facts, year_month_day day) {
  while (isOfficeClosed(facts, day)) {
    day = sys_days(day) + days(1);
  }
  return day;
}

}  // namespace madoguchi::forms
