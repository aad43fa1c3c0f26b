#include "forms/rules/date_rules.h"

#include <algorithm>
#include <array>

#include "forms/rules/partial_date.h"
#include "forms/rules/text_repair.h"

namespace madoguchi::forms {
namespace {

using std::chrono::year_month_day;

bool allDigits(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

void padToTwo(std::string& part) {
  if (part.size() == 1) {
    part.insert(0, 1, '0');
  }
}

/// With hyphens between what was written between year, month and day.
std::string hyphenated(std::string_view value) {
  constexpr std::array<std::string_view, 3> kUnits = {"年", "月", "日"};
  std::string text = toHalfWidth(value);
  for (const std::string_view unit : kUnits) {
    if (const auto at = text.find(unit); at != std::string::npos) {
      text.replace(at, unit.size(), unit == kUnits.back() ? "" : "-");
    }
  }
  std::ranges::replace_if(
      text, [](char c) { return c == '/' || c == '.'; }, '-');
  std::erase(text, ' ');
  return text;
}

/// A year, or a year and a month.
std::string repairOpenDate(std::string text) {
  constexpr std::size_t kYear = 4;
  if (text == "不明" || std::ranges::equal(text, kUnknownDate, {}, [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      })) {
    return std::string(kUnknownDate);
  }
  if (text.size() > kYear && text.ends_with('-')) {
    text.pop_back();
  }
  if (text.size() == kYear + 2 && allDigits(text)) {
    return text.insert(kYear, 1, '-');
  }
  if (text.size() == kYear + 2 && text[kYear] == '-') {
    text.insert(kYear + 1, 1, '0');
  }
  return text;
}

/// std::nullopt for what is not written as a date of this kind.
std::optional<PartialDate> dateOf(std::string_view value, DateParts parts) {
  const auto date = parsePartialDate(value);
  if (!date || (parts == DateParts::whole && !date->day) ||
      (parts == DateParts::toMonth && date->day)) {
    return std::nullopt;
  }
  return date;
}

template <typename Possible>
Verdict judgeDate(std::string_view value, const RuleSettings& settings, Possible possible) {
  if (settings.dateParts != DateParts::whole && value == kUnknownDate) {
    return Verdict::good;
  }
  const auto date = dateOf(value, settings.dateParts);
  if (!date) {
    return Verdict::wrong;
  }
  const auto earliest = parseDate(settings.earliest);
  const bool good = isReal(*date) && possible(*date) && (!earliest || lastDay(*date) >= *earliest);
  return good ? Verdict::good : Verdict::unreal;
}

}  // namespace

std::string repairDate(std::string_view value, const RuleSettings& settings) {
  constexpr std::size_t kYear = 4;
  constexpr std::size_t kAllDigits = 8;
  std::string text = hyphenated(value);
  if (text.size() == kAllDigits && allDigits(text)) {
    return text.insert(6, 1, '-').insert(kYear, 1, '-');
  }
  const auto first = text.find('-');
  const auto second = first == std::string::npos ? first : text.find('-', first + 1);
  const bool whole = first == kYear && second != std::string::npos && second + 1 < text.size();
  if (settings.dateParts != DateParts::whole && !whole) {
    return repairOpenDate(std::move(text));
  }
  if (first != kYear || second == std::string::npos) {
    return text;
  }
  std::string month = text.substr(first + 1, second - first - 1);
  std::string day = text.substr(second + 1);
  padToTwo(month);
  padToTwo(day);
  return text.substr(0, first) + '-' + month + '-' + day;
}

Verdict checkDate(std::string_view value, const RuleSettings& settings, year_month_day) {
  return judgeDate(value, settings, [](const PartialDate&) { return true; });
}

Verdict checkPastDate(std::string_view value, const RuleSettings& settings, year_month_day today) {
  return judgeDate(value, settings,
                   [today](const PartialDate& date) { return firstDay(date) <= today; });
}

Verdict checkFutureDate(std::string_view value, const RuleSettings& settings,
                        year_month_day today) {
  return judgeDate(value, settings,
                   [today](const PartialDate& date) { return lastDay(date) >= today; });
}

}  // namespace madoguchi::forms
