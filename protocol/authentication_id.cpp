#include "protocol/authentication_id.h"

#include <algorithm>

#include "protocol/ascii.h"

namespace madoguchi::protocol {
namespace {

/// The full-width character (U+FF01 to U+FF5E) at the beginning as ASCII; 0 where there is none.
char asciiOfFullWidth(std::string_view text) {
  // UTF-8 of the block: EF BC 81 to EF BC BF, then EF BD 80 to EF BD 9E.
  if (text.size() < 3 || text[0] != '\xEF') {
    return 0;
  }
  const auto last = static_cast<unsigned char>(text[2]);
  if (text[1] == '\xBC' && last >= 0x81U && last <= 0xBFU) {
    return static_cast<char>(last - 0x81U + '!');
  }
  if (text[1] == '\xBD' && last >= 0x80U && last <= 0x9EU) {
    return static_cast<char>(last - 0x80U + '`');
  }
  return 0;
}

/// Of a character at the beginning that is copied along and not seen: U+00AD, U+200B to U+200F,
/// U+202A to U+202E, U+2060 to U+2069, U+FEFF.
bool startsUnseen(std::string_view text) {
  if (text.starts_with("\xC2\xAD") || text.starts_with("\xEF\xBB\xBF")) {
    return true;
  }
  const auto last = static_cast<unsigned char>(text.size() < 3 ? '\0' : text[2]);
  return (text.starts_with("\xE2\x80") &&
          ((last >= 0x8BU && last <= 0x8FU) || (last >= 0xAAU && last <= 0xAEU))) ||
         (text.starts_with("\xE2\x81") && last >= 0xA0U && last <= 0xA9U);
}

/// How many bytes of a blank stand at the beginning: of ASCII, U+00A0, U+3000, or one that is not
/// seen.
std::size_t blankAtStart(std::string_view text) {
  constexpr std::string_view kAscii = " \t\r\n";
  if (kAscii.find(text.front()) != std::string_view::npos) {
    return 1;
  }
  for (const std::string_view blank : {"\xC2\xA0", "\xE3\x80\x80"}) {
    if (text.starts_with(blank)) {
      return blank.size();
    }
  }
  if (startsUnseen(text)) {
    return text.starts_with('\xC2') ? 2 : 3;
  }
  return 0;
}

}  // namespace

std::string repairedAuthenticationId(std::string_view typed) {
  std::string repaired;
  while (!typed.empty()) {
    if (const std::size_t blank = blankAtStart(typed); blank > 0) {
      typed.remove_prefix(blank);
    } else if (const char ascii = asciiOfFullWidth(typed); ascii != 0) {
      repaired += lowerCase(ascii);
      typed.remove_prefix(3);
    } else {
      repaired += lowerCase(typed.front());
      typed.remove_prefix(1);
    }
  }
  return repaired;
}

bool isAuthenticationId(std::string_view repaired) {
  return repaired.size() >= kShortestAuthenticationId &&
         repaired.size() <= kLongestAuthenticationId &&
         std::ranges::all_of(repaired, [](char c) { return isLetterOrDigit(c) && !isCapital(c); });
}

}  // namespace madoguchi::protocol
