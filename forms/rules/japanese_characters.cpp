#include "forms/rules/japanese_characters.h"

#include <unicode/uniset.h>

#include "embedded/japanese_characters.h"
#include "forms/text/utf8.h"

namespace madoguchi::forms {
namespace {

icu::UnicodeSet readCharacters() {
  const std::string_view table = embedded::japanese_characters();
  icu::UnicodeSet characters;
  characters.addAll(
      icu::UnicodeString::fromUTF8({table.data(), static_cast<std::int32_t>(table.size())}));
  characters.remove('\n');
  characters.freeze();
  return characters;
}

}  // namespace

bool isJapaneseCharacter(std::int32_t codePoint) {
  static const icu::UnicodeSet kCharacters = readCharacters();
  return kCharacters.contains(codePoint) != 0;
}

bool isHalfWidthCharacter(std::int32_t codePoint) {
  const bool ascii = codePoint >= 0x20 && codePoint <= 0x7E;
  const bool kana = codePoint >= 0xFF61 && codePoint <= 0xFF9F;
  return ascii || kana;
}

std::optional<char32_t> externalCharacter(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const auto character = nextCodePoint(text, offset);
    if (!isHalfWidthCharacter(character) && !isJapaneseCharacter(character)) {
      return static_cast<char32_t>(character);
    }
  }
  return std::nullopt;
}

}  // namespace madoguchi::forms
