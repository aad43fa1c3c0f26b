#include "forms/rules/date_rules.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "forms/rules/date_words.h"
#include "forms/rules/japanese_era.h"
#include "forms/rules/partial_date.h"
#include "forms/rules/text_repair.h"
#include "protocol/ascii.h"

namespace madoguchi::forms {
namespace {

using protocol::allDigits;
using std::chrono::year_month_day;

void padToTwo(std::string& part) {
  if (part.size() == 1) {
    part.insert(0, 1, '0');
  }
}

/// A blank between two digits divides them, 1990 1 2 is not December 1990; others say nothing.
std::string withoutBlanks(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool divides = text[at] == ' ' && at > 0 && protocol::isDigit(text[at - 1]) &&
                         protocol::isDigit(text[at + 1]);  // none stands at the end
    if (text[at] != ' ' || divides) {
      result += divides ? '-' : text[at];
    }
  }
  return result;
}

/// With hyphens between what was written between year, month and day; a unit at the end goes.
std::string hyphenated(std::string_view value) {
  constexpr std::array<std::string_view, 3> kUnits = {"年", "月", "日"};
  std::string text = withoutBlanks(inDigits(toHalfWidth(value)));
  for (const std::string_view unit : kUnits) {
    if (const auto at = text.find(unit); at != std::string::npos) {
      const bool last = at + unit.size() == text.size() || unit == kUnits.back();
      text.replace(at, unit.size(), last ? "" : "-");
    }
  }
  // 1990. 4. 1. is how dates are written in Korea.
  if (text.ends_with('.')) {
    text.pop_back();
  }
  std::ranges::replace_if(
      text, [](char c) { return c == '/' || c == '.'; }, '-');
  return text;
}

/// A year, a year and a month, or a date whose unknown parts are zeros.
std::string repairOpenDate(std::string text) {
  constexpr std::size_t kYear = 4;
  constexpr std::string_view kNothingKnown = "9999-99-99";
  constexpr std::string_view kUnknownPart = "-00";
  if (protocol::lowerCase(text) == kUnknownDate || text == "不明" || text == "不詳" ||
      text == kNothingKnown) {
    return std::string(kUnknownDate);
  }
  if (text.size() == kYear + 2 && allDigits(text)) {
    text.insert(kYear, 1, '-');
  }
  if (text.size() == kYear + 2 && text[kYear] == '-') {
    text.insert(kYear + 1, 1, '0');
  }
  while (text.size() > kYear && text.ends_with(kUnknownPart)) {
    text.erase(text.size() - kUnknownPart.size());
  }
  return text;
}

/// "1990-04-01" of a year, month and day in this order; anything else as it is.
std::string repairWholeDate(std::string text) {
  constexpr std::size_t kYear = 4;
  constexpr std::size_t kAllDigits = 8;
  if (text.size() == kAllDigits && allDigits(text)) {
    return text.insert(6, 1, '-').insert(kYear, 1, '-');
  }
  const auto first = text.find('-');
  const auto second = first == std::string::npos ? first : text.find('-', first + 1);
  if (first != kYear || second == std::string::npos) {
    return text;
  }
  std::string month = text.substr(first + 1, second - first - 1);
  std::string day = text.substr(second + 1);
  padToTwo(month);
  padToTwo(day);
  return text.substr(0, first) + '-' + month + '-' + day;
}

/// Why `value`, which is no date as this field takes it, is none.
Cause whyNoDate(std::string_view value) {
  const std::string text = hyphenated(value);
  if (beginsWithEra(text)) {
    return Cause::japaneseEra;
  }
  const auto first = text.find('-');
  std::string digits = text;
  std::erase(digits, '-');
  if (digits.empty() || !allDigits(digits)) {
    return Cause::wrong;
  }
  constexpr std::size_t kYear = 4;
  const auto last = text.rfind('-');
  if (first != text.npos && first < last && first <= 2 && text.size() - last - 1 == kYear) {
    return Cause::yearNotFirst;
  }
  if (first != text.npos && first < kYear && last != first) {
    return Cause::twoDigitYear;
  }
  const bool beginning = text.size() == kYear || first == kYear;
  return beginning && digits.size() < 2 * kYear ? Cause::incompleteDate : Cause::wrong;
}

/// No date on a form is further from now: it is a slip, or of another calendar. The Buddhist year
/// is 543 ahead; the Persian one 621 behind, that of the Republic of China 1911.
constexpr int kMostYearsOff = 150;

/// std::nullopt for what is not written as a date of this kind.
std::optional<PartialDate> dateOf(std::string_view value, DateParts parts) {
  const auto date = parsePartialDate(value);
  if (!date || (parts == DateParts::whole && !date->day) ||
      (parts == DateParts::toMonth && date->day)) {
    return std::nullopt;
  }
  return date;
}

/// `impossible` says what is wrong with a date that this field cannot take, good where it can.
template <typename Impossible>
Cause judge(std::string_view value, const RuleSettings& settings, year_month_day today,
            Impossible impossible) {
  if (settings.dateParts != DateParts::whole && value == kUnknownDate) {
    return Cause::good;
  }
  const auto date = dateOf(value, settings.dateParts);
  if (!date) {
    return whyNoDate(value);
  }
  if (!isReal(*date)) {
    return Cause::noSuchDay;
  }
  if (std::abs(date->year - static_cast<int>(today.year())) > kMostYearsOff) {
    return Cause::yearFarOff;
  }
  const auto earliest = parseDate(settings.earliest);
  return earliest && lastDay(*date) < *earliest ? Cause::tooEarly : impossible(*date);
}

}  // namespace

std::string repairDate(std::string_view value, const RuleSettings& settings) {
  std::string text = repairWholeDate(inWesternYears(hyphenated(value)));
  return settings.dateParts == DateParts::whole ? text : repairOpenDate(std::move(text));
}

Cause judgeDate(std::string_view value, const RuleSettings& settings, year_month_day today) {
  return judge(value, settings, today, [](const PartialDate&) { return Cause::good; });
}

Cause judgePastDate(std::string_view value, const RuleSettings& settings, year_month_day today) {
  return judge(value, settings, today, [today](const PartialDate& date) {
    return firstDay(date) <= today ? Cause::good : Cause::notYet;
  });
}

Cause judgeFutureDate(std::string_view value, const RuleSettings& settings, year_month_day today) {
  return judge(value, settings, today, [today](const PartialDate& date) {
    return lastDay(date) >= today ? Cause::good : Cause::tooEarly;
  });
}

}  // namespace madoguchi::forms
