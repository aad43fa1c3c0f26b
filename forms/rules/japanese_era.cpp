#include "forms/rules/japanese_era.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "forms/rules/partial_date.h"
#include "protocol/ascii.h"

namespace madoguchi::forms {
namespace {

using protocol::isDigit;

constexpr std::string_view kFirstYear = "元";

bool isYearOfEra(std::string_view text) {
  return text.starts_with(kFirstYear) || (!text.empty() && isDigit(text.front()));
}

/// Takes the era from the beginning of `text`; nullptr where none is named.
const JapaneseEra* takeEra(std::string_view& text) {
  const auto* const named = std::ranges::find_if(kJapaneseEras, [&text](const JapaneseEra& era) {
    for (const std::string_view name : {era.name, era.sign}) {
      if (text.starts_with(name)) {
        text.remove_prefix(name.size());
        return true;
      }
    }
    const std::string_view kanji = era.name.substr(0, era.name.size() / 2);
    std::size_t end = text.starts_with(kanji) ? kanji.size() : 0;
    if (!text.empty() &&
        protocol::lowerCase(text.substr(0, 1)) == protocol::lowerCase({&era.letter, 1})) {
      end = text.substr(1).starts_with('-') ? 2 : 1;  // H.2
    }
    if (end == 0 || !isYearOfEra(text.substr(end))) {
      return false;
    }
    text.remove_prefix(end);
    return true;
  });
  return named == kJapaneseEras.end() ? nullptr : named;
}

/// One or two digits at the beginning, which go.
std::optional<unsigned> takeNumber(std::string_view& text) {
  unsigned number = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + std::min<std::size_t>(text.size(), 2), number);
  if (error != std::errc()) {
    return std::nullopt;
  }
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

std::optional<unsigned> takePart(std::string_view& text) {
  return text.starts_with('-') ? (text.remove_prefix(1), takeNumber(text)) : std::nullopt;
}

/// A day of the era can be meant. Of its last day the next one's edict made the first of that, and
/// papers have both.
bool contains(const JapaneseEra& era, const PartialDate& written) {
  const PartialDate date = isReal(written) ? written : PartialDate{.year = written.year};
  const bool isLast = &era == &kJapaneseEras.back();
  return lastDay(date) >= era.first && (isLast || firstDay(date) <= (&era + 1)->first);
}

}  // namespace

bool beginsWithEra(std::string_view text) { return takeEra(text) != nullptr; }

std::string inWesternYears(std::string text) {
  std::string_view rest = text;
  const JapaneseEra* const era = takeEra(rest);
  if (era == nullptr) {
    return text;
  }
  std::optional<unsigned> year;
  if (rest.starts_with(kFirstYear)) {
    rest.remove_prefix(kFirstYear.size());
    year = 1;
  } else {
    year = takeNumber(rest);
  }
  const std::string behind(rest);
  if (!year || *year == 0 || (!rest.empty() && rest.front() != '-')) {
    return text;
  }
  PartialDate date{.year = era->yearBefore + static_cast<int>(*year)};
  date.month = takePart(rest);
  date.day = date.month ? takePart(rest) : std::nullopt;
  return contains(*era, date) ? std::to_string(date.year) + behind : text;
}

}  // namespace madoguchi::forms
