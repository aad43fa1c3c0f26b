#include "forms/places/municipality_query.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "forms/places/kana.h"
#include "forms/places/kana_romaji.h"
#include "forms/places/municipality_index.h"
#include "forms/text/character_kinds.h"
#include "forms/text/unicode_text.h"

namespace madoguchi::forms {
namespace {

// Every word costs a pass over the index. A name in the table's romaji has at most four words,
// eight with the endings apart.
constexpr std::size_t kMaxWords = 8;

enum class Script : std::uint8_t { latin, japanese };

struct RawWord {
  Script script = Script::latin;
  std::u16string letters;  ///< of a Latin word a to z only
};

enum class Role : std::uint8_t { latinLetter, japaneseLetter, ignored, separator };

struct Letter {
  Role role = Role::separator;
  UChar32 character = 0;
};

bool isLatin(UChar32 character) { return character >= 'a' && character <= 'z'; }

bool isKana(char16_t character) {
  constexpr char16_t kFirst = u'ぁ';
  constexpr char16_t kLast = u'ー';
  return character >= kFirst && character <= kLast && character != u'・';
}

Letter letterOf(UChar32 typed) {
  UChar32 character = usualIdeograph(typed);
  constexpr std::u16string_view kApostrophes = u"'`´‘’ʻʼ";
  const bool apostrophe =
      character <= 0xFFFF &&
      kApostrophes.find(static_cast<char16_t>(character)) != std::u16string_view::npos;
  if (apostrophe || isDash(character) || isInvisible(character) || turnsDirection(character) ||
      u_charType(character) == U_NON_SPACING_MARK) {
    return {Role::ignored, character};
  }
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString pieces;
  if (icu::Normalizer2::getNFCInstance(status)->getDecomposition(character, pieces) &&
      isLatin(pieces.char32At(0))) {
    character = pieces.char32At(0);  // ō
  }
  if (isLatin(character)) {
    return {Role::latinLetter, character};
  }
  return {u_isalpha(character) != 0 ? Role::japaneseLetter : Role::separator, character};
}

/// Width, case and compatibility forms made the same; broken UTF-8 becomes U+FFFD, a separator.
icu::UnicodeString normalised(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
  return icu::Normalizer2::getNFKCCasefoldInstance(status)->normalize(
      icu::UnicodeString::fromUTF8(piece), status);
}

std::vector<RawWord> split(std::string_view text) {
  std::vector<RawWord> words;
  bool open = false;
  const icu::UnicodeString characters = normalised(text);
  for (std::int32_t i = 0; i < characters.length(); i = characters.moveIndex32(i, 1)) {
    const Letter letter = letterOf(characters.char32At(i));
    if (letter.role == Role::ignored) {
      continue;
    }
    if (letter.role == Role::separator || letter.character > 0xFFFF) {
      open = false;
      continue;
    }
    const Script script = letter.role == Role::latinLetter ? Script::latin : Script::japanese;
    if (!open || words.back().script != script) {
      words.push_back({script, {}});
      open = true;
    }
    words.back().letters += static_cast<char16_t>(letter.character);
  }
  return words;
}

bool isEnglish(const RawWord& word) {
  constexpr std::array<std::u16string_view, 9> kWords = {u"city",     u"ward",       u"town",
                                                         u"village",  u"prefecture", u"pref",
                                                         u"district", u"county",     u"japan"};
  return std::ranges::find(kWords, word.letters) != kWords.end();
}

std::string hiraganaOf(std::u16string kana) {
  std::ranges::transform(kana, kana.begin(), toHiragana);
  return utf8Of(std::u16string_view(kana));
}

/// よこはま市 is a reading whose ending was turned into kanji already. Empty where there is no kana
/// or another kanji. 町 and 村 have two readings each and may be left out.
std::u16string withEndingsInKana(std::u16string_view letters) {
  using Ending = std::pair<char16_t, std::u16string_view>;
  constexpr std::array kEndings = {
      Ending{u'都', u"と"},   Ending{u'道', u"どう"}, Ending{u'府', u"ふ"},
      Ending{u'県', u"けん"}, Ending{u'郡', u"ぐん"}, Ending{u'市', u"し"},
      Ending{u'区', u"く"},   Ending{u'町', u""},     Ending{u'村', u""}};
  if (std::ranges::none_of(letters, isKana)) {
    return {};
  }
  std::u16string kana;
  for (const char16_t letter : letters) {
    const auto ending = std::ranges::find(kEndings, letter, &Ending::first);
    if (isKana(letter)) {
      kana += letter;
    } else if (ending != kEndings.end()) {
      kana += ending->second;
    } else {
      return {};
    }
  }
  return kana;
}

QueryWord spellingsOf(const RawWord& raw) {
  QueryWord word;
  if (raw.script == Script::latin) {
    const std::string romaji(raw.letters.begin(), raw.letters.end());
    word.reading = readingKey(romaji);
    word.unfinished = unfinishedReadingKey(romaji);
    return word;
  }
  if (std::ranges::all_of(raw.letters, isKana)) {
    word.hiragana = hiraganaOf(raw.letters);
  } else {
    word.kanji = kanjiKey(utf8Of(std::u16string_view(raw.letters)));
  }
  word.reading = readingKey(lettersOfKana(withEndingsInKana(raw.letters)));
  return word;
}

}  // namespace

Query readQuery(std::string_view text) {
  std::vector<RawWord> raw = split(text);
  if (!std::ranges::all_of(raw, isEnglish)) {
    std::erase_if(raw, isEnglish);
  }
  raw.resize(std::min(raw.size(), kMaxWords));
  Query query;
  std::ranges::transform(raw, std::back_inserter(query.words), spellingsOf);
  const bool oneScript = std::ranges::all_of(
      raw, [&](const RawWord& word) { return word.script == raw.front().script; });
  if (raw.size() > 1 && oneScript) {
    RawWord joined{raw.front().script, {}};
    for (const RawWord& word : raw) {
      joined.letters += word.letters;
    }
    query.joined = spellingsOf(joined);
  }
  return query;
}

}  // namespace madoguchi::forms
