#include "forms/rules/latin_name.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <map>

#include "embedded/latin_letters.h"
#include "forms/places/table_lines.h"
#include "forms/rules/text_repair.h"
#include "forms/text/character_kinds.h"
#include "forms/text/unicode_text.h"
#include "forms/text/utf8.h"

namespace madoguchi::forms {
namespace {

using icu::UnicodeString;

constexpr std::u16string_view kApostrophes =
    u"\u2018\u2019\u02B9\u02BB\u02BC\u02BE\u02BF\u2032\u00B4`\uA78C";
constexpr std::u16string_view kNameSeparators = u",/\u00B7\u30FB\uFF65\u3001\uFF64";

bool isCapital(UChar32 character) { return character >= 'A' && character <= 'Z'; }

using Letters = std::map<UChar32, std::vector<std::string>>;

/// resources/forms/latin_letters.tsv: letters that are not a capital with marks that can be
/// dropped.
const Letters& letters() {
  static const Letters kLetters = [] {
    Letters result;
    forEachLine(embedded::latin_letters(), [&](std::string_view line) {
      if (line.starts_with('#')) {
        return;
      }
      auto [letter, spellings] = cellsOf<2>(line);
      std::size_t offset = 0;
      auto& list = result[nextCodePoint(letter, offset)];
      for (std::size_t comma = 0; comma != spellings.npos;) {
        comma = spellings.find(',');
        list.emplace_back(spellings.substr(0, comma));
        spellings.remove_prefix(std::min(comma + 1, spellings.size()));
      }
    });
    return result;
  }();
  return kLetters;
}

/// The letter of the table, or the capital of A to Z, that carries the further marks of
/// `character`: Ü of Ǖ, U of Ụ. The character itself where it carries none.
UChar32 withoutFurtherMarks(UChar32 character) {
  UnicodeString parts;
  while (!letters().contains(character) && nfc().getRawDecomposition(character, parts) != 0) {
    // Marks are taken off from the outside: Ṻ is Ū and a diaeresis, which makes it an Ü, too.
    const UChar32 base = parts.char32At(0);
    const UChar32 mark = parts.char32At(parts.moveIndex32(0, 1));
    UnicodeString root;
    const bool further = nfc().getDecomposition(base, root) != 0;
    const UChar32 direct = further ? nfc().composePair(root.char32At(0), mark) : U_SENTINEL;
    character = direct >= 0 && letters().contains(direct) ? direct : base;
  }
  return character;
}

/// Passports have "<" between the parts of a name in their lower lines, where people are told to
/// look. A whole line begins with the kind of document and a state, P<PHLSANTOS<<MARIA: that is no
/// name.
bool isLineOfPassport(std::string_view text) {
  return text.size() > 2 && text[1] == '<' && text[2] != '<';
}

/// In capitals of the table and A to Z where the character is such a letter.
UnicodeString capitals(std::string_view text) {
  const std::string half = toHalfWidth(text);
  const bool line = isLineOfPassport(half);
  UnicodeString name = changed(unicodeOf(half), [line](const Place& place) -> UChar32 {
    if (isOneOf(place.character, kApostrophes)) {
      return '\'';
    }
    const bool separates =
        isOneOf(place.character, kNameSeparators) || (place.character == '<' && !line);
    return separates ? ' ' : place.character;
  });
  name = composed(composed(name).toUpper(icu::Locale::getRoot()));
  return changed(name, [](const Place& place) {
    // A mark that is composed with no letter: Ṃ exists, M with a macron does not.
    const bool loose = u_charType(place.character) == U_NON_SPACING_MARK && place.before < 0x80 &&
                       isCapital(place.before);
    return loose ? 0 : withoutFurtherMarks(place.character);
  });
}

/// `choice` tells which spelling each letter of the table has.
std::string spelled(const UnicodeString& name, const std::map<UChar32, std::string>& choice) {
  std::string result;
  for (std::int32_t index = 0; index < name.length(); index = name.moveIndex32(index, 1)) {
    const UChar32 character = name.char32At(index);
    const auto found = choice.find(character);
    result += found == choice.end() ? utf8Of(UnicodeString(character)) : found->second;
  }
  return utf8Of(singleSpaced(unicodeOf(result), ' '));
}

std::map<UChar32, std::string> unambiguous() {
  std::map<UChar32, std::string> choice;
  for (const auto& [letter, spellings] : letters()) {
    if (spellings.size() == 1) {
      choice.emplace(letter, spellings.front());
    }
  }
  return choice;
}

}  // namespace

std::string toLatinName(std::string_view text) {
  static const auto kChoice = unambiguous();
  return spelled(capitals(text), kChoice);
}

Cause judgeLatinName(std::string_view name) {
  constexpr std::string_view kSigns = "-'.";
  bool hasLetters = false;
  bool several = false;
  UChar32 before = ' ';
  for (std::size_t offset = 0; offset < name.size();) {
    const UChar32 character = nextCodePoint(name, offset);
    const bool sign = character < 0x80 && kSigns.find(static_cast<char>(character)) != kSigns.npos;
    if (!isCapital(character) && character != ' ' && !sign) {
      const UChar32 letter = withoutFurtherMarks(u_toupper(character));
      UErrorCode status = U_ZERO_ERROR;
      if (!letters().contains(letter)) {
        const bool foreign =
            u_isalpha(character) != 0 && uscript_getScript(character, &status) != USCRIPT_LATIN;
        return foreign ? Cause::wrongAlphabet : Cause::wrong;
      }
      several = true;
    }
    if (character == ' ' && before == ' ') {
      return Cause::wrong;
    }
    hasLetters = hasLetters || isCapital(character);
    before = character;
  }
  if (several) {
    return Cause::severalSpellings;
  }
  return hasLetters && before != ' ' ? Cause::good : Cause::wrong;
}

std::vector<std::string> nameSpellings(std::string_view typed) {
  constexpr std::size_t kMost = 12;
  if (!isPlainText(typed)) {
    return {};
  }
  const UnicodeString name = capitals(typed);
  std::vector<std::map<UChar32, std::string>> choices = {unambiguous()};
  for (const auto& [letter, spellings] : letters()) {
    if (spellings.size() == 1 || name.indexOf(letter) < 0) {
      continue;
    }
    std::vector<std::map<UChar32, std::string>> more;
    for (const std::string& spelling : spellings) {
      for (auto choice : choices) {
        choice[letter] = spelling;
        more.push_back(std::move(choice));
      }
    }
    choices = std::move(more);
  }
  std::vector<std::string> result;
  for (const auto& choice : choices) {
    std::string spelling = spelled(name, choice);
    const bool good = choices.size() > 1 && judgeLatinName(spelling) == Cause::good;
    if (good && result.size() < kMost && std::ranges::find(result, spelling) == result.end()) {
      result.push_back(std::move(spelling));
    }
  }
  return result;
}

}  // namespace madoguchi::forms
