#include "protocol/announcement.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

#include "protocol/ascii.h"
#include "protocol/plain_text.h"

namespace madoguchi::protocol {
namespace {

constexpr std::size_t kLongestText = 2'000;
constexpr std::ptrdiff_t kMostLineEnds = 20;

/// Whether anything is there but blanks, and spaces and joiners of no width.
bool hasSomethingToRead(std::string_view text) {
  constexpr std::array kBlanks =
      std::to_array<std::string_view>({" ", "\n", "\u00A0", "\u00AD", "\u200B", "\u200C", "\u200D",
                                       "\u2060", "\u3000", "\u3164", "\uFEFF"});
  while (!text.empty()) {
    const auto* blank = std::ranges::find_if(
        kBlanks, [text](std::string_view one) { return text.starts_with(one); });
    if (blank == kBlanks.end()) {
      return true;
    }
    text.remove_prefix(blank->size());
  }
  return false;
}

/// -1 where it is not made of digits only.
int numberOf(std::string_view digits) {
  int number = -1;
  if (allDigits(digits)) {
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
  }
  return number;
}

bool isDay(std::string_view text) {
  constexpr std::size_t kLength = 10;
  if (text.size() != kLength || text[4] != '-' || text[7] != '-') {
    return false;
  }
  const int year = numberOf(text.substr(0, 4));
  const int month = numberOf(text.substr(5, 2));
  const int day = numberOf(text.substr(8));
  return year > 0 && month > 0 && day > 0 &&
         std::chrono::year_month_day(std::chrono::year(year),
                                     std::chrono::month(static_cast<unsigned>(month)),
                                     std::chrono::day(static_cast<unsigned>(day)))
             .ok();
}

}  // namespace

bool isForEverybody(std::string_view text) {
  return text.size() <= kLongestText && std::ranges::count(text, '\n') <= kMostLineEnds &&
         hasSomethingToRead(text) && isPlainText(text);
}

bool isAnnouncement(std::string_view date, std::string_view text) {
  return isDay(date) && isForEverybody(text);
}

}  // namespace madoguchi::protocol
