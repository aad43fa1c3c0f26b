#pragma once

namespace madoguchi::forms {

/// The hiragana of a katakana, which lie at one distance (U+30A1 to U+30F6); anything else as it
/// is.
constexpr char16_t toHiragana(char16_t character) {
  return character >= u'ァ' && character <= u'ヶ' ? static_cast<char16_t>(character - u'ァ' + u'ぁ')
                                                  : character;
}

}  // namespace madoguchi::forms
