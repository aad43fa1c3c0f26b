#pragma once

#include <optional>
#include <string>
#include <string_view>

// Harmless differences in how people type and in what they paste, mended with ICU. All take and
// give UTF-8; the input must be isPlainText(). Every function is idempotent. Private to forms.

namespace madoguchi::forms {

/// The first character that no field takes and no repair touches: a control character that is no
/// white space, an annotation mark, or a mark that turns the direction of writing so that the text
/// is seen in another order than it has (contacts programs put others around telephone numbers,
/// which change nothing). U+FFFD for broken UTF-8; std::nullopt where all is well.
std::optional<char32_t> refusedCharacter(std::string_view text);
bool isPlainText(std::string_view text);

/// Half-width: full-width letters, digits, signs and spaces become ASCII, digits of all scripts
/// too, all kinds of dashes "-" (ー too, but not behind kana; 一 between digits), a Japanese full
/// stop "."; what is invisible is dropped, white space and line ends become single spaces, none at
/// the ends.
std::string toHalfWidth(std::string_view text);
/// The same, but zero-width joiners and non-joiners stay: in the names of hosts they make another
/// name.
std::string toHalfWidthWithJoiners(std::string_view text);

/// Full-width: ASCII and half-width kana become full-width, sound marks are joined to their kana,
/// Latin diacritics are dropped, all kinds of dashes become "－", so does "ー" beside a digit or
/// before a Latin letter or 一 to 十 where it makes no vowel long, and 一 between digits; blanks
/// around a dash between digits go; signs that several standards encode have one spelling (〜
/// becomes ～); white space and line ends become single U+3000, none at the ends; what is invisible
/// is dropped.
std::string toFullWidth(std::string_view text);

}  // namespace madoguchi::forms
