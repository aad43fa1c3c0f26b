#include "protocol/plain_text.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>

namespace madoguchi::protocol {
namespace {

// Unicode's Bidi_Control, and its ends of lines and paragraphs, in UTF-8.
constexpr std::array kTurning = std::to_array<std::string_view>(
    {"\u061C", "\u200E", "\u200F", "\u2028", "\u2029", "\u202A", "\u202B", "\u202C", "\u202D",
     "\u202E", "\u2066", "\u2067", "\u2068", "\u2069"});

bool isUtf8(std::string_view text) {
  try {
    [[maybe_unused]] const std::string written = nlohmann::json(text).dump();
    return true;
  } catch (const nlohmann::json::type_error&) {
    return false;
  }
}

}  // namespace

bool hasControls(std::string_view text) {
  // U+0080 to U+009F have 0xC2 before them and are the only ones with such a second byte.
  constexpr unsigned char kFirstOfC1 = 0xC2;
  unsigned char before = 0;
  return std::ranges::any_of(text, [&before](unsigned char byte) {
    const bool ofC0 = byte < 0x20 && byte != '\n';
    const bool ofC1 = before == kFirstOfC1 && byte < 0xA0;
    before = byte;
    return ofC0 || ofC1 || byte == 0x7F;
  });
}

bool isPlainText(std::string_view text) {
  return isUtf8(text) && !hasControls(text) &&
         std::ranges::none_of(kTurning, [text](std::string_view one) {
           return text.find(one) != std::string_view::npos;
         });
}

bool isFileName(std::string_view name) {
  return !name.empty() && name.size() <= kLongestFileName && name.find('\n') == name.npos &&
         isPlainText(name);
}

}  // namespace madoguchi::protocol
