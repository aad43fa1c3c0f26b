#pragma once

#include <chrono>
#include <optional>
#include <string_view>

// Dates of which a part may be unknown, as the Agency's forms take them for relatives and careers.

namespace madoguchi::forms {

/// What stands for a date of which nothing is known.
inline constexpr std::string_view kUnknownDate = "unknown";

struct PartialDate {
  int year = 0;
  std::optional<unsigned> month = std::nullopt;
  std::optional<unsigned> day = std::nullopt;  ///< never without a month
};

/// "YYYY-MM-DD", "YYYY-MM" or "YYYY" and nothing else; it need not be real (isReal()).
std::optional<PartialDate> parsePartialDate(std::string_view text);
/// A whole one, which is real.
std::optional<std::chrono::year_month_day> parseDate(std::string_view text);

bool isReal(const PartialDate& date);
/// The first and the last day that a real one can mean.
std::chrono::year_month_day firstDay(const PartialDate& date);
std::chrono::year_month_day lastDay(const PartialDate& date);

/// Whole years from one day to another. Who was born on 29 February is a year older on 1 March.
int wholeYears(std::chrono::year_month_day from, std::chrono::year_month_day to);

}  // namespace madoguchi::forms
