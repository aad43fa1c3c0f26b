#include "forms/places/kana_romaji.h"

#include <array>
#include <cstddef>

#include "forms/places/kana.h"

namespace madoguchi::forms {
namespace {

constexpr char16_t kFirstHiragana = u'ぁ';
constexpr char16_t kLastHiragana = u'ゖ';
constexpr char16_t kSmallTsu = u'っ';

// In the order of the code chart, U+3041 to U+3096.
constexpr std::array<std::string_view, kLastHiragana - kFirstHiragana + 1> kSyllables = {
    "a",  "a",  "i",   "i",  "u",  "u",   "e",  "e",   "o",  "o",  "ka", "ga", "ki", "gi", "ku",
    "gu", "ke", "ge",  "ko", "go", "sa",  "za", "shi", "ji", "su", "zu", "se", "ze", "so", "zo",
    "ta", "da", "chi", "ji", "",   "tsu", "zu", "te",  "de", "to", "do", "na", "ni", "nu", "ne",
    "no", "ha", "ba",  "pa", "hi", "bi",  "pi", "fu",  "bu", "pu", "he", "be", "pe", "ho", "bo",
    "po", "ma", "mi",  "mu", "me", "mo",  "ya", "ya",  "yu", "yu", "yo", "yo", "ra", "ri", "ru",
    "re", "ro", "wa",  "wa", "i",  "e",   "o",  "n",   "bu", "ka", "ke"};

struct RomajiSpelling {
  std::string_view typed;
  std::string_view key;
};

// The first that fits counts. Those that stay as they are keep their h and u from the later rows.
constexpr std::array kSpellings = {
    RomajiSpelling{"sh", "sh"},  RomajiSpelling{"ch", "ch"},  RomajiSpelling{"ts", "ts"},
    RomajiSpelling{"sy", "sh"},  RomajiSpelling{"ty", "ch"},  RomajiSpelling{"cy", "ch"},
    RomajiSpelling{"zy", "j"},   RomajiSpelling{"jy", "j"},   RomajiSpelling{"dy", "j"},
    RomajiSpelling{"dj", "j"},   RomajiSpelling{"dz", "z"},   RomajiSpelling{"si", "shi"},
    RomajiSpelling{"ti", "chi"}, RomajiSpelling{"tu", "tsu"}, RomajiSpelling{"hu", "fu"},
    RomajiSpelling{"zi", "ji"},  RomajiSpelling{"di", "ji"},  RomajiSpelling{"du", "zu"},
    RomajiSpelling{"v", "b"}};

constexpr std::string_view kVowels = "aiueo";
constexpr std::string_view kLips = "bmp";

bool isOneOf(std::string_view letters, char letter) {
  return letters.find(letter) != std::string_view::npos;
}

bool isLetter(char character) { return character >= 'a' && character <= 'z'; }

bool isAsciiDigit(char character) { return character >= '0' && character <= '9'; }

/// ASCII for ASCII and its full-width forms, 0 for anything else.
char toAscii(char16_t character) {
  constexpr char16_t kFullWidthDistance = u'！' - u'!';
  if (character >= u'！' && character <= u'～') {
    character = static_cast<char16_t>(character - kFullWidthDistance);
  }
  return character < 0x80 ? static_cast<char>(character) : '\0';
}

std::string lowerLetters(std::string_view text) {
  std::string letters;
  for (char character : text) {
    if (character >= 'A' && character <= 'Z') {
      character = static_cast<char>(character - 'A' + 'a');
    }
    if (isLetter(character)) {
      letters += character;
    }
  }
  return letters;
}

/// き and ょ are kyo, し and ょ sho, テ and ィ ti, ウ and ィ wi.
void joinSmallVowel(std::string& text, std::string_view small) {
  const bool alone = text.size() < 2 || isOneOf(kVowels, text[text.size() - 2]);
  if (alone) {
    text.back() = text.back() == 'u' ? 'w' : text.back();
  } else {
    text.pop_back();
  }
  const bool glides = text.ends_with("sh") || text.ends_with("ch") || text.ends_with('j');
  text += small.starts_with('y') && glides ? small.substr(1) : small;
}

bool isSmall(char16_t hiragana) {
  return std::u16string_view(u"ぁぃぅぇぉゃゅょ").find(hiragana) != std::u16string_view::npos;
}

/// One vowel of a long one; `before` is the end of what was written already.
bool lengthens(std::string_view before, char vowel) {
  return !before.empty() &&
         ((vowel == 'u' && isOneOf("uo", before.back())) || (vowel == 'o' && before.back() == 'o'));
}

}  // namespace

std::string lettersOfKana(std::u16string_view kana) {
  std::string text;
  bool doubled = false;
  for (const char16_t original : kana) {
    const char16_t character = toHiragana(original);
    if (character < kFirstHiragana || character > kLastHiragana) {
      if (const char ascii = toAscii(character); ascii != '\0') {
        const std::string letter = lowerLetters({&ascii, 1});
        text += isAsciiDigit(ascii) ? std::string(1, ascii) : letter;
      }
    } else if (character == kSmallTsu) {
      doubled = true;
    } else {
      const std::string_view syllable = kSyllables.at(character - kFirstHiragana);
      if (isSmall(character) && !text.empty() && isOneOf(kVowels, text.back())) {
        joinSmallVowel(text, syllable);
      } else {
        if (doubled && !isOneOf(kVowels, syllable.front())) {
          text += syllable.starts_with("ch") ? 't' : syllable.front();
        }
        text += syllable;
      }
      doubled = false;
    }
  }
  return text;
}

std::string hepburn(std::u16string_view kana) {
  constexpr char kBorder = '\'';
  std::string letters;
  for (;;) {
    const std::size_t end = kana.find(kKanjiBorder);
    letters += lettersOfKana(kana.substr(0, end));
    if (end == std::u16string_view::npos) {
      break;
    }
    letters += kBorder;
    kana.remove_prefix(end + 1);
  }
  std::string text;
  bool mayLengthen = false;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const char letter = letters[i];
    if (letter == kBorder || (mayLengthen && lengthens(text, letter))) {
      mayLengthen = false;
      continue;
    }
    mayLengthen = true;
    if (i > 0 && isAsciiDigit(letters[i - 1]) && isLetter(letter)) {
      text += '-';
    }
    const bool beforeLips = i + 1 < letters.size() && isOneOf(kLips, letters[i + 1]);
    text += letter == 'n' && beforeLips ? 'm' : letter;
  }
  if (!text.empty() && isLetter(text.front())) {
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  }
  return text;
}

std::string readingKey(std::string_view romaji) {
  const std::string letters = lowerLetters(romaji);
  std::string spelled;
  for (std::string_view rest = letters; !rest.empty();) {
    std::size_t taken = 1;
    std::string_view key = rest.substr(0, 1);
    for (const RomajiSpelling& spelling : kSpellings) {
      if (rest.starts_with(spelling.typed)) {
        taken = spelling.typed.size();
        key = spelling.key;
        break;
      }
    }
    spelled += key;
    rest.remove_prefix(taken);
  }
  std::string result;
  for (std::size_t i = 0; i < spelled.size(); ++i) {
    char letter = spelled[i];
    const char next = i + 1 < spelled.size() ? spelled[i + 1] : '\0';
    const bool longOh =
        letter == 'h' && result.ends_with('o') && !isOneOf(kVowels, next) && next != 'y';
    const bool firstOfTch = letter == 't' && next == 'c';
    if (longOh || firstOfTch || lengthens(result, letter)) {
      continue;
    }
    if (letter == 'm' && next != '\0' && isOneOf(kLips, next)) {
      letter = 'n';
    }
    if (!result.ends_with(letter)) {
      result += letter;
    }
  }
  return result;
}

std::string unfinishedReadingKey(std::string_view romaji) {
  std::string key = readingKey(romaji);
  if (key.empty() || key.ends_with("sh") || key.ends_with("ch")) {
    return {};
  }
  const char last = key.back();
  key.pop_back();
  switch (last) {
    case 't':
      return key + "ch";
    case 'h':
      return key + 'f';
    case 'z':
      return key + 'j';
    case 'm':
      return key + 'n';
    default:
      return {};
  }
}

}  // namespace madoguchi::forms
