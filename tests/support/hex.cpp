#include "tests/support/hex.h"

#include <stdexcept>

namespace madoguchi::test {

namespace {

constexpr std::string_view kDigits = "0123456789ABCDEF";

std::size_t digitValue(char digit) {
  const char capital = digit >= 'a' && digit <= 'f' ? static_cast<char>(digit - 'a' + 'A') : digit;
  const std::size_t value = kDigits.find(capital);
  if (value == std::string_view::npos) {
    throw std::invalid_argument("no hexadecimal digit");
  }
  return value;
}

}  // namespace

std::vector<std::uint8_t> fromHex(std::string_view text) {
  std::string digits;
  for (const char character : text) {
    if (character != ' ' && character != '\n') {
      digits += character;
    }
  }
  if (digits.size() % 2 != 0) {
    throw std::invalid_argument("half a byte");
  }
  std::vector<std::uint8_t> bytes;
  for (std::size_t i = 0; i < digits.size(); i += 2) {
    bytes.push_back(
        static_cast<std::uint8_t>(digitValue(digits[i]) << 4U | digitValue(digits[i + 1])));
  }
  return bytes;
}

std::string toHex(std::span<const std::uint8_t> bytes, std::string_view between) {
  std::string text;
  for (const std::uint8_t byte : bytes) {
    if (!text.empty()) {
      text += between;
    }
    text += kDigits[byte >> 4U];
    text += kDigits[byte & 0x0FU];
  }
  return text;
}

}  // namespace madoguchi::test
