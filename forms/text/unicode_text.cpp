#include "forms/text/unicode_text.h"

#include <unicode/uchar.h>

#include "forms/text/character_kinds.h"

namespace madoguchi::forms {

using icu::UnicodeString;

UnicodeString unicodeOf(std::string_view utf8) {
  return UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
}

std::string utf8Of(const UnicodeString& text) {
  std::string result;
  text.toUTF8String(result);
  return result;
}

std::string utf8Of(std::u16string_view text) {
  return utf8Of(UnicodeString(text.data(), static_cast<std::int32_t>(text.size())));
}

const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  return *icu::Normalizer2::getNFCInstance(status);
}

UnicodeString composed(const UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  UnicodeString result = nfc().normalize(text, status);
  return U_SUCCESS(status) ? result : text;
}

UnicodeString cleaned(std::string_view text, Joiners joiners) {
  constexpr UChar32 kSoftHyphen = 0xAD;
  constexpr UChar32 kNonJoiner = 0x200C;
  constexpr UChar32 kJoiner = 0x200D;
  return composed(changed(unicodeOf(text), [joiners](const Place& place) -> UChar32 {
    const UChar32 character = place.character;
    if (character == kSoftHyphen && isDecimalDigit(place.before) && isDecimalDigit(place.behind)) {
      return '-';
    }
    if (joiners == Joiners::kept && (character == kNonJoiner || character == kJoiner)) {
      return character;
    }
    const bool unseen = isInvisible(character) || turnsDirection(character);
    return unseen ? 0 : usualIdeograph(character);
  }));
}

UnicodeString singleSpaced(const UnicodeString& text, UChar32 space) {
  UnicodeString result = changed(text, [space](const Place& place) -> UChar32 {
    if (u_isUWhiteSpace(place.character) == 0) {
      return place.character;
    }
    return place.before == 0 || place.before == space ? 0 : space;
  });
  if (result.endsWith(UnicodeString(space))) {
    result.truncate(result.length() - 1);
  }
  return result;
}

bool isBlank(std::string_view text) { return singleSpaced(cleaned(text), ' ').isEmpty(); }

}  // namespace madoguchi::forms
