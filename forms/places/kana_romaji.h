#pragma once

#include <string>
#include <string_view>

// Readings of Japanese names in Latin letters. Private to forms.

namespace madoguchi::forms {

/// Kana, of either kind, letter by letter: きょうと is "kyouto", ん before b, m, p "n", digits are
/// ASCII. What is no kana, letter or digit is left out.
std::string lettersOfKana(std::u16string_view kana);

/// As on signs and in Japan Post's table: "Kyoto", "Honmachi" as "Hommachi", "10-jonishi".
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
