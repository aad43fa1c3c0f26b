#include "forms/rules/date_words.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "protocol/ascii.h"

namespace madoguchi::forms {
namespace {

using protocol::allDigits;

constexpr std::array<std::string_view, 10> kNumerals = {"〇", "一", "二", "三", "四",
                                                        "五", "六", "七", "八", "九"};
constexpr std::string_view kTen = "十";
constexpr std::size_t kNumeralBytes = kTen.size();

void replaceAll(std::string& text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

/// (日), (日曜) or (日曜日) at the end says nothing that the date does not.
void dropWeekday(std::string& text) {
  constexpr std::array<std::string_view, 7> kDays = {"月", "火", "水", "木", "金", "土", "日"};
  const auto open = text.rfind('(');
  if (open == std::string::npos || !text.ends_with(')')) {
    return;
  }
  std::string inside = text.substr(open + 1, text.size() - open - 2);
  for (const std::string_view ending : {"曜日", "曜"}) {
    if (inside.ends_with(ending)) {
      inside.resize(inside.size() - ending.size());
    }
  }
  if (std::ranges::find(kDays, inside) != kDays.end()) {
    text.resize(open);
  }
}

void dropAround(std::string& text) {
  constexpr std::string_view kWestern = "西暦";
  if (text.starts_with(kWestern)) {
    text.erase(0, kWestern.size());
  }
  for (const std::string_view born : {"生まれ", "生"}) {
    if (text.ends_with(born)) {
      text.resize(text.size() - born.size());
    }
  }
  dropWeekday(text);
}

/// The units of Korea and China in place of Japan's.
void useJapaneseUnits(std::string& text) {
  constexpr std::array kSame = std::to_array<std::pair<std::string_view, std::string_view>>(
      {{"년", "年"}, {"월", "月"}, {"일", "日"}, {"号", "日"}, {"號", "日"}});
  for (const auto& [from, to] : kSame) {
    replaceAll(text, from, to);
  }
}

/// Kanji numerals become digits: 一九九〇 by their places, 二十七 by its ten.
std::string withoutKanjiNumerals(std::string_view text) {
  std::string result;
  bool behindNumeral = false;
  while (!text.empty()) {
    const std::string_view sign = text.substr(0, kNumeralBytes);
    const auto* numeral = std::ranges::find(kNumerals, sign);
    const bool isNumeral = numeral != kNumerals.end();
    if (isNumeral) {
      result += static_cast<char>('0' + (numeral - kNumerals.begin()));
    } else if (sign == kTen) {
      const auto* ones = std::ranges::find(kNumerals, text.substr(kTen.size(), kNumeralBytes));
      result += behindNumeral ? "" : "1";
      result += ones == kNumerals.end() ? "0" : "";
    } else {
      result += text.front();
    }
    behindNumeral = isNumeral;
    text.remove_prefix(isNumeral || sign == kTen ? kNumeralBytes : 1);
  }
  return result;
}

/// 1 to 12 of a month's English name, whole or by its first three letters.
std::optional<int> monthNamed(std::string_view word) {
  constexpr std::array<std::string_view, 12> kMonths = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  constexpr std::size_t kShort = 3;
  const std::string name = protocol::lowerCase(word);
  const auto* found = std::ranges::find_if(kMonths, [&name](std::string_view month) {
    return name == month || name == month.substr(0, kShort);
  });
  return found == kMonths.end() ? std::nullopt
                                : std::optional(static_cast<int>(found - kMonths.begin()) + 1);
}

/// What is written beside the month, without what divides it from that.
std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kDividers = " ,.-/";
  const auto first = text.find_first_not_of(kDividers);
  return first == std::string_view::npos
             ? std::string_view()
             : text.substr(first, text.find_last_not_of(kDividers) - first + 1);
}

bool isYear(std::string_view text) { return text.size() == 4 && allDigits(text); }
bool isDay(std::string_view text) { return !text.empty() && text.size() <= 2 && allDigits(text); }

/// Year, month and day of a date whose month is named, which says where the others stand; empty for
/// any other text.
std::string withNamedMonth(std::string_view text) {
  const auto* const letter = std::ranges::find_if(text, protocol::isLetter);
  const auto* const other = std::find_if_not(letter, text.end(), protocol::isLetter);
  const auto first = static_cast<std::size_t>(letter - text.begin());
  const auto end = static_cast<std::size_t>(other - text.begin());
  const auto month = monthNamed(text.substr(first, end - first));
  if (!month) {
    return {};
  }
  const std::string_view before = trimmed(text.substr(0, first));
  std::string_view behind = trimmed(text.substr(end));
  const auto written = [&month](std::string_view year, std::string_view day) {
    return std::string(year) + '-' + std::to_string(*month) + '-' + std::string(day);
  };
  if (isDay(before) && isYear(behind)) {
    return written(behind, before);
  }
  if (isYear(before) && isDay(behind)) {
    return written(before, behind);
  }
  const auto divided = std::min(behind.find_first_of(" ,"), behind.size());
  const std::string_view day = behind.substr(0, divided);
  behind = trimmed(behind.substr(divided));
  return before.empty() && isDay(day) && isYear(behind) ? written(behind, day) : std::string();
}

}  // namespace

std::string inDigits(std::string_view text) {
  if (std::string named = withNamedMonth(text); !named.empty()) {
    return named;
  }
  std::string result(text);
  dropAround(result);
  useJapaneseUnits(result);
  return withoutKanjiNumerals(result);
}

}  // namespace madoguchi::forms
