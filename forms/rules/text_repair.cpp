#include "forms/rules/text_repair.h"

#include <unicode/translit.h>
#include <unicode/ubidi.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>
#include <utility>

#include "forms/text/character_kinds.h"
#include "forms/text/unicode_text.h"
#include "forms/text/utf8.h"

namespace madoguchi::forms {
namespace {

using icu::UnicodeString;

constexpr UChar32 kIdeographicSpace = 0x3000;
constexpr UChar32 kFullWidthHyphen = 0xFF0D;

bool isAsciiLetter(UChar32 character) {
  return (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z');
}

bool isFullWidthLetter(UChar32 character) {
  return (character >= u'Ａ' && character <= u'Ｚ') || (character >= u'ａ' && character <= u'ｚ');
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

const icu::Transliterator& halfToFullWidth() {
  static const auto kMade = makeTransliterator("Halfwidth-Fullwidth");
  return *kMade;
}

UnicodeString withoutMarks(const UnicodeString& text) {
  return changed(text, [](const Place& place) {
    return turnsDirection(place.character) ? 0 : place.character;
  });
}

/// The text in the order in which it is seen. Empty where it cannot be told.
UnicodeString asSeen(const UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UBiDi, decltype(&ubidi_close)> order(ubidi_open(), &ubidi_close);
  ubidi_setPara(order.get(), text.getBuffer(), text.length(), UBIDI_DEFAULT_LTR, nullptr, &status);
  UnicodeString seen;
  char16_t* buffer = seen.getBuffer(text.length() + 1);
  const std::int32_t length =
      ubidi_writeReordered(order.get(), buffer, text.length() + 1,
                           UBIDI_DO_MIRRORING | UBIDI_KEEP_BASE_COMBINING, &status);
  seen.releaseBuffer(U_SUCCESS(status) ? length : 0);
  return seen;
}

/// Whether the marks that turn the direction change what is seen.
bool seemsOtherwise(const UnicodeString& text) {
  return withoutMarks(asSeen(text)) != asSeen(withoutMarks(text));
}

/// A dash, or what stands for one there: ー where it makes no vowel long, 一 between two digits.
UChar32 withHyphen(const Place& place) {
  const bool betweenDigits = isDecimalDigit(place.before) && isDecimalDigit(place.behind);
  const bool hyphen = isDash(place.character) ||
                      (isLongVowelSign(place.character) && !isKana(place.before)) ||
                      (isNumeralOne(place.character) && betweenDigits);
  return hyphen ? '-' : place.character;
}

UChar32 halfWidth(const Place& place) {
  constexpr UChar32 kDistance = 0xFEE0;  // from "!" to its full-width form
  constexpr UChar32 kFullStop = 0x3002;
  constexpr UChar32 kHalfWidthFullStop = 0xFF61;
  const UChar32 character = place.character;
  if (character == kFullStop || character == kHalfWidthFullStop) {
    return '.';
  }
  if (character >= 0xFF01 && character <= 0xFF5E) {
    return character - kDistance;
  }
  const std::int32_t digit = u_charDigitValue(character);
  return digit < 0 ? character : '0' + digit;
}

std::string halfWidthOf(const UnicodeString& text) {
  return utf8Of(singleSpaced(changed(changed(text, withHyphen), halfWidth), ' '));
}

/// Marks of Latin letters only: those of kana carry meaning.
UChar32 withoutLatinMarks(const Place& place) {
  UnicodeString parts;
  const bool marked = nfc().getDecomposition(place.character, parts) != 0;
  return marked && isAsciiLetter(parts.char32At(0)) ? parts.char32At(0) : place.character;
}

/// Signs that look the same, of which Windows and JIS took different ones, or that keyboards give
/// in several shapes.
UChar32 inOneSpelling(UChar32 character) {
  constexpr std::array kSame = std::to_array<std::pair<char16_t, std::u16string_view>>(
      {{u'～', u"\u301C\u223C\u2053\u3030"},
       {u'＇', u"\u2019\u02BC\u02B9"},
       {u'＂', u"\u201C\u201D"},
       {u'・', u"\u00B7\u2022\u2027\u2219\u22C5"},
       {u'\u2225', u"\u2016"}});
  const auto found = std::ranges::find_if(kSame, [character](const auto& row) {
    return character <= 0xFFFF &&
           row.second.find(static_cast<char16_t>(character)) != std::u16string_view::npos;
  });
  return found == kSame.end() ? character : found->first;
}

UChar32 withFullWidthHyphen(const Place& place) {
  const bool beside = isDecimalDigit(place.before) || isDecimalDigit(place.behind) ||
                      isFullWidthLetter(place.behind) || isKanjiNumeral(place.behind);
  const bool noVowel = place.before != 0 && !isKana(place.before) && place.behind != 0;
  const bool betweenDigits = isDecimalDigit(place.before) && isDecimalDigit(place.behind);
  const bool hyphen = isDash(place.character) ||
                      (isLongVowelSign(place.character) && noVowel && beside) ||
                      (isNumeralOne(place.character) && betweenDigits);
  return hyphen ? kFullWidthHyphen : inOneSpelling(place.character);
}

/// 「１　－　２」 is 「１－２」.
UnicodeString withoutBlanksAtHyphens(const UnicodeString& text) {
  UnicodeString result;
  for (std::int32_t index = 0; index < text.length(); ++index) {
    const char16_t unit = text.charAt(index);
    const char16_t before = result.isEmpty() ? u'\0' : result.charAt(result.length() - 1);
    if (unit == kIdeographicSpace && before == kFullWidthHyphen) {
      const bool number = result.length() > 1 && isDecimalDigit(result.charAt(result.length() - 2));
      if (number && isDecimalDigit(text.charAt(index + 1))) {
        continue;
      }
    }
    if (unit == kIdeographicSpace && text.charAt(index + 1) == kFullWidthHyphen) {
      const bool blankBehind = text.charAt(index + 2) == kIdeographicSpace;
      if (isDecimalDigit(before) && isDecimalDigit(text.charAt(index + (blankBehind ? 3 : 2)))) {
        continue;
      }
    }
    result.append(unit);
  }
  return result;
}

}  // namespace

std::optional<char32_t> refusedCharacter(std::string_view text) {
  std::optional<char32_t> turning;
  for (std::size_t offset = 0; offset < text.size();) {
    const UChar32 character = nextCodePoint(text, offset);
    if (character < 0) {
      return U'\uFFFD';
    }
    constexpr UChar32 kFirstAnnotation = 0xFFF9;
    constexpr UChar32 kLastAnnotation = 0xFFFB;
    const bool control = u_charType(character) == U_CONTROL_CHAR && u_isUWhiteSpace(character) == 0;
    if (control || (character >= kFirstAnnotation && character <= kLastAnnotation)) {
      return static_cast<char32_t>(character);
    }
    if (turnsDirection(character) && !turning) {
      turning = static_cast<char32_t>(character);
    }
  }
  return turning && seemsOtherwise(unicodeOf(text)) ? turning : std::nullopt;
}

bool isPlainText(std::string_view text) { return !refusedCharacter(text); }

std::string toHalfWidth(std::string_view text) { return halfWidthOf(cleaned(text)); }

std::string toHalfWidthWithJoiners(std::string_view text) {
  return halfWidthOf(cleaned(text, Joiners::kept));
}

std::string toFullWidth(std::string_view text) {
  UnicodeString wide = changed(cleaned(text), withoutLatinMarks);
  halfToFullWidth().transliterate(wide);
  const UnicodeString spaced = singleSpaced(composed(wide), kIdeographicSpace);
  return utf8Of(withoutBlanksAtHyphens(changed(spaced, withFullWidthHyphen)));
}

}  // namespace madoguchi::forms
