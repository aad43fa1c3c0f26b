#include "forms/places/municipality_folding.h"

#include <unicode/uchar.h>

#include <limits>
#include <unordered_map>

#include "embedded/municipality_variants.h"
#include "forms/places/table_lines.h"
#include "forms/text/character_kinds.h"
#include "forms/text/unicode_text.h"
#include "forms/text/utf8.h"

namespace madoguchi::forms {
namespace {

using Variants = std::unordered_map<char16_t, char16_t>;

const Variants& variants() {
  static const Variants kVariants = [] {
    Variants map;
    forEachLine(embedded::municipality_variants(), [&](std::string_view line) {
      std::size_t offset = 0;
      const auto first = static_cast<char16_t>(nextCodePoint(line, offset));
      while (offset < line.size()) {
        map.emplace(static_cast<char16_t>(nextCodePoint(line, offset)), first);
      }
    });
    return map;
  }();
  return kVariants;
}

/// U+FF66..U+FF9D, half-width katakana, in the order of the code chart.
UChar32 fullWidthKana(UChar32 character) {
  constexpr std::u16string_view kKana =
      u"ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメ"
      u"モヤユヨ"
      u"ラリルレロワン";
  constexpr UChar32 kFirst = 0xFF66;
  const auto index = static_cast<std::size_t>(character - kFirst);
  return character >= kFirst && index < kKana.size() ? kKana[index] : character;
}

/// The combining mark that a voiced or semi-voiced sound mark stands for; 0 for anything else.
UChar32 soundMark(UChar32 character) {
  switch (character) {
    case 0x3099:
    case 0x309B:
    case 0xFF9E:
      return 0x3099;
    case 0x309A:
    case 0x309C:
    case 0xFF9F:
      return 0x309A;
    default:
      return 0;
  }
}

/// Compatibility ideographs (塚 U+FA10) are canonically equal to one unified ideograph each.
UChar32 unifiedIdeograph(UChar32 character) {
  const bool compatibility = (character >= 0xF900 && character <= 0xFAFF) ||
                             (character >= 0x2F800 && character <= 0x2FA1F);
  icu::UnicodeString unified;
  return compatibility && nfc().getDecomposition(character, unified) ? unified.char32At(0)
                                                                     : character;
}

/// 0 where no municipality's name can hold the character.
char16_t fold(UChar32 character) {
  constexpr UChar32 kFirstBeyondAscii = 0x80;
  character = usualIdeograph(unifiedIdeograph(character));
  if (character < kFirstBeyondAscii || character > std::numeric_limits<char16_t>::max()) {
    return 0;
  }
  const auto unit = static_cast<char16_t>(character);
  const auto found = variants().find(unit);
  return found == variants().end() ? unit : found->second;
}

}  // namespace

std::vector<FoldedCharacter> foldBeginning(std::string_view text, std::size_t limit) {
  std::vector<FoldedCharacter> result;
  result.reserve(limit);
  std::size_t offset = 0;
  while (offset < text.size()) {
    UChar32 character = nextCodePoint(text, offset);
    if (isInvisible(character)) {
      if (!result.empty()) {
        result.back().end = offset;
      }
      continue;
    }
    if (result.size() == limit) {
      break;  // only now: a variation selector belongs to the last character, too
    }
    if (u_isUWhiteSpace(character) != 0) {
      continue;
    }
    character = fullWidthKana(character);
    std::size_t behindMark = offset;
    if (offset < text.size()) {
      const UChar32 mark = soundMark(nextCodePoint(text, behindMark));
      const UChar32 composed = mark == 0 ? U_SENTINEL : nfc().composePair(character, mark);
      if (composed >= 0) {
        character = composed;
        offset = behindMark;
      }
    }
    const char16_t unit = fold(character);
    if (unit == 0) {
      break;
    }
    result.push_back({unit, offset});
  }
  return result;
}

std::u16string folded(std::string_view name) {
  std::u16string result;
  for (const FoldedCharacter& item : foldBeginning(name, name.size())) {
    result += item.character;
  }
  return result;
}

}  // namespace madoguchi::forms
