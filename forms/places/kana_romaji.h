#pragma once

#include <string>
#include <string_view>

// Readings of Japanese names in Latin letters. Private to forms.

namespace madoguchi::forms {

/// Kana, of either kind, letter by letter: きょうと is "kyouto", ん before b, m, p "n", digits are
/// ASCII. What is no kana, letter or digit is left out.
std::string lettersOfKana(std::u16string_view kana);

/// Stands in kana between the readings of two kanji whose vowels meet: マルノ．ウチ.
inline constexpr char16_t kKanjiBorder = u'．';

/// As on signs: "Kyoto", "Honmachi" as "Hommachi", "10-jonishi"; long vowels are short, but not
/// over a kKanjiBorder: "Marunouchi".
std::string hepburn(std::u16string_view kana);

/// The one spelling in which readings are compared: long vowels short, doubled letters single, n
/// for m before b, m, p, Hepburn for Kunrei (si, tu, tyo). Takes small and capital ASCII letters;
/// everything else is left out.
std::string readingKey(std::string_view romaji);

/// The key under which the name may stand of which `romaji` is only the beginning, where it is
/// another one: "t" may become "chi" when the next letter comes, "gum" may become "gumma" =
/// "gunma". Empty where there is none.
std::string unfinishedReadingKey(std::string_view romaji);

}  // namespace madoguchi::forms
