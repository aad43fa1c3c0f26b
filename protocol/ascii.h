#pragma once

#include <algorithm>
#include <string>
#include <string_view>

// The letters and digits that identifiers, lines of HTTP and codes are made of. Unlike the C
// library's, these know no locale.

namespace madoguchi::protocol {

constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }
constexpr bool isCapital(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool isLetter(char c) { return isCapital(c) || (c >= 'a' && c <= 'z'); }
constexpr bool isLetterOrDigit(char c) { return isLetter(c) || isDigit(c); }
/// Of base64url (RFC 4648, section 5): what tokens and ids are made of, and paths may carry.
constexpr bool isBase64Url(char c) { return isLetterOrDigit(c) || c == '-' || c == '_'; }
constexpr bool isAscii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}
constexpr bool allDigits(std::string_view text) { return std::ranges::all_of(text, isDigit); }
constexpr char lowerCase(char c) { return isCapital(c) ? static_cast<char>(c - 'A' + 'a') : c; }

inline std::string lowerCase(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](char c) { return lowerCase(c); });
  return lower;
}

}  // namespace madoguchi::protocol
