#include "protocol/announcement.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

#include "protocol/ascii.h"

namespace madoguchi::protocol {
namespace {

constexpr std::size_t kLongestText = 2'000;

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

// Unicode's Bidi_Control, and its ends of lines and paragraphs, in UTF-8.
constexpr std::array kTurning = std::to_array<std::string_view>(
    {"\u061C", "\u200E", "\u200F", "\u2028", "\u2029", "\u202A", "\u202B", "\u202C", "\u202D",
     "\u202E", "\u2066", "\u2067", "\u2068", "\u2069"});

/// U+0080 to U+009F have 0xC2 before them and are the only ones with such a second byte.
bool hasControl(std::string_view text) {
  char before = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < 0x20 && c != '\n') || byte == 0x7F ||
        (before == '\xC2' && byte >= 0x80 && byte <= 0x9F)) {
      return true;
    }
    before = c;
  }
  return false;
}

}  // namespace

bool isForEverybody(std::string_view text) {
  return text.size() <= kLongestText && text.find_first_not_of(" \n") != std::string_view::npos &&
         !hasControl(text) && std::ranges::none_of(kTurning, [text](std::string_view one) {
           return text.find(one) != std::string_view::npos;
         });
}

bool isAnnouncement(std::string_view date, std::string_view text) {
  return isDay(date) && isForEverybody(text);
}

}  // namespace madoguchi::protocol
