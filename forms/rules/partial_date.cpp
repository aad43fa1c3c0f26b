#include "forms/rules/partial_date.h"

#include <algorithm>
#include <charconv>

#include "protocol/ascii.h"

namespace madoguchi::forms {
namespace {

using std::chrono::year_month_day;

/// The digits at `start`; std::nullopt where something else stands there.
std::optional<int> digits(std::string_view text, std::size_t start, std::size_t count) {
  const std::string_view part = text.substr(start, count);
  int value = 0;
  if (part.size() != count || !protocol::allDigits(part)) {
    return std::nullopt;
  }
  std::from_chars(part.begin(), part.end(), value);
  return value;
}

year_month_day dayOf(int year, unsigned month, unsigned day) {
  return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
}

}  // namespace

std::optional<PartialDate> parsePartialDate(std::string_view text) {
  constexpr std::size_t kYear = 4;
  constexpr std::size_t kMonth = 7;
  constexpr std::size_t kDay = 10;
  const auto year = digits(text, 0, 4);
  if (!year || (text.size() != kYear && text.size() != kMonth && text.size() != kDay)) {
    return std::nullopt;
  }
  PartialDate date{.year = *year};
  if (text.size() >= kMonth) {
    const auto month = digits(text, kYear + 1, 2);
    if (!month || text[kYear] != '-') {
      return std::nullopt;
    }
    date.month = static_cast<unsigned>(*month);
  }
  if (text.size() == kDay) {
    const auto day = digits(text, kMonth + 1, 2);
    if (!day || text[kMonth] != '-') {
      return std::nullopt;
    }
    date.day = static_cast<unsigned>(*day);
  }
  return date;
}

std::optional<year_month_day> parseDate(std::string_view text) {
  const auto date = parsePartialDate(text);
  return date && date->day && isReal(*date) ? std::optional(firstDay(*date)) : std::nullopt;
}

bool isReal(const PartialDate& date) {
  return dayOf(date.year, date.month.value_or(1), date.day.value_or(1)).ok();
}

year_month_day firstDay(const PartialDate& date) {
  return dayOf(date.year, date.month.value_or(1), date.day.value_or(1));
}

year_month_day lastDay(const PartialDate& date) {
  using namespace std::chrono;
  if (date.day) {
    return dayOf(date.year, *date.month, *date.day);
  }
  constexpr unsigned kDecember = 12;
  return year(date.year) / month(date.month.value_or(kDecember)) / last;
}

int wholeYears(year_month_day from, year_month_day to) {
  const int years = static_cast<int>(to.year()) - static_cast<int>(from.year());
  const bool before =
      to.month() < from.month() || (to.month() == from.month() && to.day() < from.day());
  return before ? years - 1 : years;
}

}  // namespace madoguchi::forms
