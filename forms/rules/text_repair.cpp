#include "forms/rules/text_repair.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "forms/rules/utf8.h"

namespace madoguchi::forms {
namespace {

using icu::UnicodeString;

constexpr std::u16string_view kHyphens = u"-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE63\uFF0D";
/// What the hyphen key of a Japanese keyboard gives while kana are typed.
constexpr std::u16string_view kLongVowelSigns = u"\u30FC\uFF70";
constexpr std::u16string_view kFullStops = u"\u3002\uFF61";
constexpr std::u16string_view kApostrophes = u"\u2018\u2019\u02B9\u02BC\u2032\u00B4`";
constexpr std::u16string_view kNameSeparators = u",/\u00B7\u30FB\uFF65\u3001\uFF64";
constexpr std::u16string_view kZeroWidth = u"\u00AD\u200B\u2060\uFEFF";
constexpr UChar32 kIdeographicSpace = 0x3000;
constexpr UChar32 kFullWidthHyphen = 0xFF0D;

bool isOneOf(UChar32 character, std::u16string_view set) {
  return character <= 0xFFFF && set.find(static_cast<char16_t>(character)) != set.npos;
}

bool isAsciiLetter(UChar32 character) {
  return (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z');
}

bool isFullWidthDigit(UChar32 character) { return character >= 0xFF10 && character <= 0xFF19; }

const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  return *icu::Normalizer2::getNFCInstance(status);  // built into the library, cannot fail
}

std::unique_ptr<const icu::Transliterator> makeTransliterator(const char* id) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<const icu::Transliterator> made(
      icu::Transliterator::createInstance(id, UTRANS_FORWARD, status));
  if (U_FAILURE(status) || !made) {
    throw std::runtime_error(std::string("ICU lacks the transliterator ") + id);
  }
  return made;
}

const icu::Transliterator& latinToAscii() {
  static const auto kMade = makeTransliterator("Latin-ASCII");
  return *kMade;
}

const icu::Transliterator& halfToFullWidth() {
  static const auto kMade = makeTransliterator("Halfwidth-Fullwidth");
  return *kMade;
}

/// Every character through `change`, which returns what replaces it; 0 drops it.
template <typename Change>
UnicodeString changed(const UnicodeString& text, Change change) {
  UnicodeString result;
  for (std::int32_t index = 0; index < text.length(); index = text.moveIndex32(index, 1)) {
    if (const UChar32 character = change(text.char32At(index)); character != 0) {
      result.append(character);
    }
  }
  return result;
}

UnicodeString composed(const UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  UnicodeString result = nfc().normalize(text, status);
  return U_SUCCESS(status) ? result : text;
}

/// The text without what nobody can see, canonically composed.
UnicodeString cleaned(std::string_view text) {
  const auto all = UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  return composed(changed(all, [](UChar32 character) {
    const bool invisible = isOneOf(character, kZeroWidth) ||
                           u_hasBinaryProperty(character, UCHAR_VARIATION_SELECTOR) != 0;
    return invisible ? 0 : character;
  }));
}

UnicodeString singleSpaced(const UnicodeString& text, UChar32 space) {
  bool pending = false;
  UnicodeString result;
  for (std::int32_t index = 0; index < text.length(); index = text.moveIndex32(index, 1)) {
    const UChar32 character = text.char32At(index);
    if (u_isUWhiteSpace(character) != 0) {
      pending = !result.isEmpty();
      continue;
    }
    if (pending) {
      result.append(space);
      pending = false;
    }
    result.append(character);
  }
  return result;
}

UChar32 halfWidth(UChar32 character) {
  constexpr UChar32 kDistance = 0xFEE0;  // from "!" to its full-width form
  if (isOneOf(character, kHyphens) || isOneOf(character, kLongVowelSigns)) {
    return '-';
  }
  if (isOneOf(character, kFullStops)) {
    return '.';
  }
  if (character >= 0xFF01 && character <= 0xFF5E) {
    return character - kDistance;
  }
  const std::int32_t digit = u_charDigitValue(character);
  return digit < 0 ? character : '0' + digit;
}

UnicodeString halfWidthText(std::string_view text) {
  return singleSpaced(changed(cleaned(text), halfWidth), ' ');
}

/// Marks of Latin letters only: those of kana carry meaning.
UChar32 withoutLatinMarks(UChar32 character) {
  UnicodeString parts;
  const bool marked = nfc().getDecomposition(character, parts) != 0;
  return marked && isAsciiLetter(parts.char32At(0)) ? parts.char32At(0) : character;
}

UnicodeString withFullWidthHyphens(const UnicodeString& text) {
  UnicodeString result;
  for (std::int32_t index = 0; index < text.length(); index = text.moveIndex32(index, 1)) {
    const UChar32 character = text.char32At(index);
    const bool betweenDigits = index > 0 && index + 1 < text.length() &&
                               isFullWidthDigit(text.char32At(index - 1)) &&
                               isFullWidthDigit(text.char32At(index + 1));
    const bool hyphen =
        isOneOf(character, kHyphens) || (betweenDigits && isOneOf(character, kLongVowelSigns));
    result.append(hyphen ? kFullWidthHyphen : character);
  }
  return result;
}

std::string toUtf8(const UnicodeString& text) {
  std::string result;
  text.toUTF8String(result);
  return result;
}

}  // namespace

bool isPlainText(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const UChar32 character = nextCodePoint(text, offset);
    if (character < 0) {
      return false;
    }
    constexpr std::uint32_t kRefused = U_GC_CC_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK;
    if ((U_GET_GC_MASK(character) & kRefused) != 0 ||
        u_hasBinaryProperty(character, UCHAR_BIDI_CONTROL) != 0) {
      return false;
    }
  }
  return true;
}

std::string toHalfWidth(std::string_view text) { return toUtf8(halfWidthText(text)); }

std::string toLatinName(std::string_view text) {
  UnicodeString name = composed(changed(halfWidthText(text), [](UChar32 character) -> UChar32 {
    if (isOneOf(character, kApostrophes)) {
      return '\'';
    }
    return isOneOf(character, kNameSeparators) ? ' ' : character;
  }));
  latinToAscii().transliterate(name);
  return toUtf8(singleSpaced(name.toUpper(icu::Locale::getRoot()), ' '));
}

std::string toFullWidth(std::string_view text) {
  UnicodeString wide = changed(cleaned(text), withoutLatinMarks);
  halfToFullWidth().transliterate(wide);
  return toUtf8(singleSpaced(withFullWidthHyphens(composed(wide)), kIdeographicSpace));
}

}  // namespace madoguchi::forms
