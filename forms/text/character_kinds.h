#pragma once

#include <cstdint>
#include <string_view>

// What characters are to the forms, whatever field, search or card they come from. Private to
// forms.

namespace madoguchi::forms {

inline bool isOneOf(std::int32_t codePoint, std::u16string_view set) {
  return codePoint <= 0xFFFF && set.find(static_cast<char16_t>(codePoint)) != set.npos;
}

/// A hyphen, dash, minus sign or horizontal line: what people and PDF files put between numbers.
/// Wave dashes are none, they say "from … to".
bool isDash(std::int32_t codePoint);

/// What looks like a dash, but is a letter or numeral elsewhere: ー of the Japanese keyboard, which
/// makes a vowel long behind kana, and 一, which OCR reads for a dash.
bool isLongVowelSign(std::int32_t codePoint);
bool isNumeralOne(std::int32_t codePoint);

/// 〇 to 九, and 十.
bool isKanjiNumeral(std::int32_t codePoint);

bool isKana(std::int32_t codePoint);
/// 0 to 9 of any script, ０ to ９ too.
bool isDecimalDigit(std::int32_t codePoint);

/// Has no looks of its own and turns nothing: zero-width spaces and joiners, variation selectors,
/// fillers, tags (Unicode's Default_Ignorable_Code_Point). Changes of direction are not among them.
bool isInvisible(std::int32_t codePoint);
/// Turns the direction of writing (Unicode's Bidi_Control).
bool turnsDirection(std::int32_t codePoint);

/// The ideograph that is meant by a radical, a stroke (⼤, ⻑: PDF files give these) or a character
/// that is mistaken for another one (巿 for 市); the character itself where there is none.
std::int32_t usualIdeograph(std::int32_t codePoint);

}  // namespace madoguchi::forms
