#pragma once

#include <string>
#include <string_view>

// Harmless differences in how people type, mended with ICU. All take and give UTF-8; the input must
// be isPlainText(). Every function is idempotent. Private to forms.

namespace madoguchi::forms {

/// False for what no field takes and no repair touches: broken UTF-8, control characters, line and
/// paragraph separators, characters that turn the writing direction.
bool isPlainText(std::string_view text);

/// Half-width: full-width letters, digits, signs and spaces become ASCII, digits of all scripts
/// too, all kinds of hyphens "-", a Japanese full stop "."; variation selectors and zero-width
/// spaces are dropped, white space becomes single spaces, none at the ends.
std::string toHalfWidth(std::string_view text);

/// As toHalfWidth(), and Latin capitals: diacritics are dropped (É becomes E, as on residence
/// cards), all kinds of apostrophes become "'"; commas, slashes and middle dots become spaces, as
/// in a passport's machine-readable zone (ICAO Doc 9303 part 3).
std::string toLatinName(std::string_view text);

/// Full-width: ASCII and half-width kana become full-width, sound marks are joined to their kana,
/// Latin diacritics are dropped, hyphens and dashes become "－", so does "ー" between digits; white
/// space becomes single U+3000, none at the ends; variation selectors and zero-width spaces are
/// dropped.
std::string toFullWidth(std::string_view text);

}  // namespace madoguchi::forms
