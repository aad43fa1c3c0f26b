#pragma once

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <cstdint>
#include <string>
#include <string_view>

// Text as ICU holds it, and what the repairs have in common. Private to forms.

namespace madoguchi::forms {

icu::UnicodeString unicodeOf(std::string_view utf8);
std::string utf8Of(const icu::UnicodeString& text);
std::string utf8Of(std::u16string_view text);

/// Built into the library, cannot fail.
const icu::Normalizer2& nfc();
icu::UnicodeString composed(const icu::UnicodeString& text);

/// U+200C and U+200D, which nobody can see either.
enum class Joiners : std::uint8_t { dropped, kept };

/// The text without what nobody can see, its ideographs the usual ones, canonically composed. A
/// soft hyphen between two digits is a hyphen: PDF files give it for one that is seen.
icu::UnicodeString cleaned(std::string_view text, Joiners joiners = Joiners::dropped);

/// White space of all kinds, line ends too, becomes single `space`s, none at the ends.
icu::UnicodeString singleSpaced(const icu::UnicodeString& text, UChar32 space);

/// Nothing of it can be seen.
bool isBlank(std::string_view text);

/// A character and what stands around it; 0 where nothing does.
struct Place {
  UChar32 before;  ///< as it was changed
  UChar32 character;
  UChar32 behind;
};

/// Every character through `change`, which takes a Place and returns what replaces it; 0 drops it.
template <typename Change>
icu::UnicodeString changed(const icu::UnicodeString& text, Change change) {
  icu::UnicodeString result;
  UChar32 before = 0;
  for (std::int32_t index = 0; index < text.length();) {
    const std::int32_t next = text.moveIndex32(index, 1);
    const Place place{before, text.char32At(index), next < text.length() ? text.char32At(next) : 0};
    if (const UChar32 character = change(place); character != 0) {
      result.append(character);
      before = character;
    }
    index = next;
  }
  return result;
}

}  // namespace madoguchi::forms
