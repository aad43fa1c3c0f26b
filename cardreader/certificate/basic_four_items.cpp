#include "cardreader/certificate/basic_four_items.h"

#include <openssl/asn1.h>

#include <algorithm>
#include <chrono>
#include <string_view>

namespace madoguchi::certificate {

namespace {

constexpr std::string_view kDigits = "0123456789";

/// Control characters have no place in a name or an address; they could rearrange what is shown.
bool isControl(unsigned long character) {
  return character < 0x20 || (character >= 0x7F && character < 0xA0);
}

bool isUnicodeScalar(unsigned long character) {
  return character <= 0x10FFFF && (character < 0xD800 || character > 0xDFFF);
}

bool isText(std::string_view text) {
  while (!text.empty()) {
    unsigned long character = 0;
    const int used = UTF8_getc(reinterpret_cast<const unsigned char*>(text.data()),
                               static_cast<int>(text.size()), &character);
    if (used <= 0 || isControl(character) || !isUnicodeScalar(character)) {
      return false;
    }
    text.remove_prefix(static_cast<std::size_t>(used));
  }
  return true;
}

std::string textOrEmpty(const std::string& text) { return isText(text) ? text : std::string(); }

/// One digit for each character, 1 = substituted. With anything else in it, it says nothing.
bool anySubstituted(std::string_view digits) {
  return digits.find_first_not_of("01") == std::string_view::npos &&
         digits.find('1') != std::string_view::npos;
}

/// A part of the date; empty where it is left out: cut off, blank, or all zeros.
std::optional<int> datePart(std::string_view text, std::size_t at, std::size_t length,
                            int highest) {
  if (text.size() < at + length) {
    return std::nullopt;
  }
  int value = 0;
  for (const char character : text.substr(at, length)) {
    if (character == ' ') {
      return std::nullopt;
    }
    value = value * 10 + (character - '0');
  }
  return value >= 1 && value <= highest ? std::optional(value) : std::nullopt;
}

bool isRealDay(int year, int month, int day) {
  return (std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) /
          std::chrono::day(static_cast<unsigned>(day)))
      .ok();
}

/// EYYYYMMDD: E is the era (1 Meiji to 5 Reiwa, 0 unknown), YYYY the Western year all the same.
BirthDate interpretBirth(const std::string& text) {
  constexpr std::size_t kFullLength = 9;
  constexpr char kLastEra = '5';
  constexpr int kHighestYear = 9999;
  const bool hasShape = !text.empty() && text.size() <= kFullLength && text.front() <= kLastEra &&
                        text.find_first_not_of("0123456789 ") == std::string::npos &&
                        text.find_first_of(kDigits) != std::string::npos;
  BirthDate birth;
  if (!hasShape) {
    return birth;
  }
  birth.text = text;
  birth.year = datePart(text, 1, 4, kHighestYear);
  birth.month = datePart(text, 5, 2, 12);
  birth.day = datePart(text, 7, 2, 31);
  if (birth.complete() && !isRealDay(*birth.year, *birth.month, *birth.day)) {
    birth.day.reset();
  }
  return birth;
}

}  // namespace

BasicFourItems interpretItems(const RawItems& raw) {
  BasicFourItems items;
  items.name = textOrEmpty(raw.name);
  items.nameSubstituted = anySubstituted(raw.nameSubstitution);
  items.sexPresent = raw.sex == "1" || raw.sex == "2" || raw.sex == "3";
  if (raw.sex == "1") {
    items.sex = Sex::male;
  } else if (raw.sex == "2") {
    items.sex = Sex::female;
  }
  items.birth = interpretBirth(raw.birth);
  items.address = textOrEmpty(raw.address);
  items.addressSubstituted = anySubstituted(raw.addressSubstitution);
  return items;
}

}  // namespace madoguchi::certificate
