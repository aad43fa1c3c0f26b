#include "forms/text/character_kinds.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <string_view>
#include <unordered_map>

#include "embedded/equivalent_ideographs.h"
#include "embedded/look_alikes.h"
#include "forms/text/utf8.h"

namespace madoguchi::forms {
namespace {

using Ideographs = std::unordered_map<UChar32, UChar32>;

/// Lines of two characters: what is written and what is meant.
void read(std::string_view table, Ideographs& ideographs) {
  for (std::size_t offset = 0; offset < table.size();) {
    const UChar32 written = nextCodePoint(table, offset);
    ideographs.emplace(written, nextCodePoint(table, offset));
    ++offset;  // the end of the line
  }
}

}  // namespace

bool isDash(std::int32_t codePoint) {
  // Dashes to Unicode, but with a meaning of their own: swung and wave dashes, double hyphens (゠
  // stands between foreign names).
  constexpr std::u16string_view kOthers = u"\u2053\u2E17\u2E40\u301C\u3030\u30A0";
  // Not dashes to Unicode: modifier minus, hyphen bullet, lines of boxes and pieces of lines, heavy
  // minus, and the Korean letter ㅡ in its three shapes.
  constexpr std::u16string_view kLines =
      u"\u02D7\u1173\u2043\u23AF\u23E4\u2500\u2501\u2504\u2505\u2508\u2509\u254C\u254D\u2574\u2576"
      u"\u2578"
      u"\u257A\u257C\u257E\u2796\u3161\uFFDA";
  return isOneOf(codePoint, kLines) ||
         (u_hasBinaryProperty(codePoint, UCHAR_DASH) != 0 && !isOneOf(codePoint, kOthers));
}

bool isLongVowelSign(std::int32_t codePoint) { return isOneOf(codePoint, u"\u30FC\uFF70"); }

bool isNumeralOne(std::int32_t codePoint) { return codePoint == u'一'; }

bool isKanjiNumeral(std::int32_t codePoint) {
  return isOneOf(codePoint, u"〇一二三四五六七八九十");
}

bool isKana(std::int32_t codePoint) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(codePoint, &status);
  constexpr std::u16string_view kMarks = u"\u3099\u309A\u309B\u309C\u30FC\uFF70\uFF9E\uFF9F";
  return script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA || isOneOf(codePoint, kMarks);
}

bool isDecimalDigit(std::int32_t codePoint) { return u_charDigitValue(codePoint) >= 0; }

bool isInvisible(std::int32_t codePoint) {
  return u_hasBinaryProperty(codePoint, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0 &&
         !turnsDirection(codePoint);
}

bool turnsDirection(std::int32_t codePoint) {
  return u_hasBinaryProperty(codePoint, UCHAR_BIDI_CONTROL) != 0;
}

std::int32_t usualIdeograph(std::int32_t codePoint) {
  static const Ideographs kIdeographs = [] {
    Ideographs ideographs;
    read(embedded::look_alikes(), ideographs);  // goes before Unicode's table
    read(embedded::equivalent_ideographs(), ideographs);
    return ideographs;
  }();
  const auto found = kIdeographs.find(codePoint);
  return found == kIdeographs.end() ? codePoint : found->second;
}

}  // namespace madoguchi::forms
