#include "protocol/counted.h"

#include <algorithm>
#include <array>

namespace madoguchi::protocol {
namespace {

struct Reading {
  std::string_view usual;  ///< as markup
  std::string_view counter;
  unsigned number;
  std::string_view whole;  ///< of number and counter together
};

constexpr std::string_view kDay = "{日|にち}";
constexpr std::string_view kPerson = "{人目|にん.め}";
constexpr std::array kReadings = {
    Reading{kDay, "日", 1, "ついたち"},        Reading{kDay, "日", 2, "ふつか"},
    Reading{kDay, "日", 3, "みっか"},          Reading{kDay, "日", 4, "よっか"},
    Reading{kDay, "日", 5, "いつか"},          Reading{kDay, "日", 6, "むいか"},
    Reading{kDay, "日", 7, "なのか"},          Reading{kDay, "日", 8, "ようか"},
    Reading{kDay, "日", 9, "ここのか"},        Reading{kDay, "日", 10, "とおか"},
    Reading{kDay, "日", 14, "じゅうよっか"},   Reading{kDay, "日", 20, "はつか"},
    Reading{kDay, "日", 24, "にじゅうよっか"}, Reading{kPerson, "人目", 1, "ひとりめ"},
    Reading{kPerson, "人目", 2, "ふたりめ"},
};

constexpr std::string_view kMinute = "{分|ふん}";

/// What stands behind the number in the place of the counter there; empty: what is there.
std::string_view counterBehind(std::string_view text, unsigned number) {
  constexpr unsigned kTen = 10;
  constexpr std::string_view kWithP = "013468";  // last digits: いっぷん, さんぷん, …, じゅっぷん
  const char last = static_cast<char>('0' + number % kTen);
  return number > 0 && text.starts_with(kMinute) && kWithP.find(last) != std::string_view::npos
             ? "{分|ぷん}"
             : std::string_view();
}

}  // namespace

std::string withCounted(std::string text, std::string_view place, unsigned number) {
  const std::string digits = std::to_string(number);
  for (std::size_t at = text.find(place); at != std::string::npos; at = text.find(place, at)) {
    const std::string_view behind = std::string_view(text).substr(at + place.size());
    const auto* const read = std::ranges::find_if(kReadings, [&](const Reading& reading) {
      return reading.number == number && behind.starts_with(reading.usual);
    });
    const bool isRead = read != kReadings.end();
    const std::string_view counter = counterBehind(behind, number);
    const std::string shown =
        isRead ? "{" + digits + std::string(read->counter) + "|" + std::string(read->whole) + "}"
               : digits + std::string(counter);
    const std::size_t counted = isRead ? read->usual.size() : counter.size();  // as long as before
    text.replace(at, place.size() + counted, shown);
    at += shown.size();
  }
  return text;
}

}  // namespace madoguchi::protocol
