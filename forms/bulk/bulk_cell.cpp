#include "forms/bulk/bulk_cell.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "forms/application/application_form.h"
#include "forms/engine/field_value.h"
#include "forms/places/municipalities.h"
#include "forms/places/municipality_folding.h"
#include "forms/rules/partial_date.h"
#include "forms/text/character_kinds.h"
#include "forms/text/unicode_text.h"

namespace madoguchi::forms {
namespace {

using Choices = std::map<std::string, std::string, std::less<>>;

/// The words of markup.
std::string withoutReadings(std::string_view markup) {
  std::string words;
  bool isReading = false;
  for (const char character : markup) {
    isReading = (isReading && character != '}') || character == '|';
    if (!isReading && character != '{' && character != '}') {
      words += character;
    }
  }
  return words;
}

void add(Choices& choices, const std::string& code, const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    const auto [known, isNew] = choices.emplace(looseKey(word), code);
    if (!isNew && known->second != code) {
      known->second.clear();
    }
  }
}

std::vector<std::string> spellings(const std::string& code, const std::string& japanese,
                                   const std::string& english) {
  return {code, japanese, english, japanese + english, english + japanese};
}

const std::vector<std::string>& wordsForNo() {
  static const std::vector<std::string> kWords = {"無",   "無し", "いいえ", "なし",
                                                  "ない", "no",   "無no"};
  return kWords;
}

Choices wordsOfChoices(const Field& field, std::string_view procedure) {
  Choices choices;
  if (field.type == FieldType::yesNo) {
    add(choices, "yes", {"有", "有り", "はい", "あり", "ある", "yes", "有yes"});
    add(choices, "no", wordsForNo());
    if (field.id.ends_with("Decided")) {
      add(choices, "no", {"未定", "undecided", "未定undecided"});
    }
    return choices;
  }
  for (const std::string& choice : field.settings.choices) {
    const std::string id = applicationWordsId("value", field, choice);
    add(choices, choice,
        spellings(choice, std::string(wordsOf(applicationWords(), id, "ja", procedure)),
                  std::string(wordsOf(applicationWords(), id, "en", procedure))));
  }
  if (field.type == FieldType::sex) {
    add(choices, "male", {"男性"});
    add(choices, "female", {"女性"});
  }
  if (field.list != nullptr) {
    for (const Code& code : field.list->entries) {
      add(choices, code.code, spellings(code.code, code.texts.at("ja"), code.texts.at("en")));
      for (const auto& [language, text] : code.texts) {
        add(choices, code.code, {withoutReadings(text)});
      }
    }
  }
  return choices;
}

/// 1年3か月 and its like are 1年3月.
std::string withPlainMonths(std::string key) {
  for (const std::string_view counter : {"箇月", "か月", "ヶ月", "ケ月", "カ月", "ヵ月"}) {
    for (auto at = key.find(counter); at != std::string::npos; at = key.find(counter)) {
      key.replace(at, counter.size(), "月");
    }
  }
  return key;
}

std::optional<std::string> chosen(const Choices& choices, std::string_view cell) {
  const auto found = choices.find(withPlainMonths(looseKey(cell)));
  return found == choices.end() || found->second.empty() ? std::nullopt
                                                         : std::optional(found->second);
}

bool isLatinLetter(UChar32 character) {
  UErrorCode status = U_ZERO_ERROR;
  return u_isalpha(character) != 0 && uscript_getScript(character, &status) == USCRIPT_LATIN;
}

/// What stands before the first blank that a Latin letter follows, where all letters from there on
/// are Latin; else empty.
std::string beforeLatin(std::string_view cell) {
  const icu::UnicodeString text = unicodeOf(cell);
  std::optional<std::int32_t> end;
  for (std::int32_t index = 0; index < text.length(); index = text.moveIndex32(index, 1)) {
    const UChar32 character = text.char32At(index);
    const std::int32_t next = text.moveIndex32(index, 1);
    if (end && u_isalpha(character) != 0 && !isLatinLetter(character)) {
      return {};
    }
    if (!end && u_isUWhiteSpace(character) != 0 && next < text.length() &&
        isLatinLetter(text.char32At(next))) {
      end = index;
    }
  }
  return end ? utf8Of(text.tempSubString(0, *end)) : std::string();
}

/// Some labels of the Agency's lists have other English than the form ("無国籍 statelessness") or
/// more of it: their Japanese words tell what is chosen, unless the English is another choice's.
std::optional<std::string> chosenInAnyEnglish(const Field& field, const Choices& choices,
                                              std::string_view cell) {
  if (auto code = chosen(choices, cell); code || field.list == nullptr) {
    return code;
  }
  const std::string words = beforeLatin(cell);
  const auto code = chosen(choices, words);
  const CodeList& list = *field.list;
  const bool isJapanese =
      code && looseKey(list.entries.at(list.position.at(*code)).texts.at("ja")) == looseKey(words);
  if (!isJapanese) {
    return std::nullopt;
  }
  const auto other = chosen(choices, cell.substr(words.size()));
  return !other || other == code ? code : std::nullopt;
}

CellValue oneChoice(const Field& field, const Choices& choices, std::string_view cell) {
  if (const auto code = chosenInAnyEnglish(field, choices, cell)) {
    return {.value = *code};
  }
  return {.value = std::string(cell), .fault = CellFault::notInList};
}

/// What stands between any of these.
std::vector<std::string> parts(std::string_view cell, std::u16string_view marks) {
  std::vector<std::string> found(1);
  changed(unicodeOf(cell), [&](const Place& place) {
    if (isOneOf(place.character, marks)) {
      found.emplace_back();
    } else {
      found.back() += utf8Of(icu::UnicodeString(place.character));
    }
    return place.character;
  });
  std::erase_if(found, [](const std::string& part) { return looseKey(part).empty(); });
  return found;
}

/// Of which each part is one, as `choose` finds it; std::nullopt where one is none.
template <typename Choose>
std::optional<std::vector<std::string>> chosenOf(const std::vector<std::string>& parts,
                                                 Choose choose) {
  std::vector<std::string> codes;
  for (const std::string& part : parts) {
    const auto code = choose(part);
    if (!code) {
      return std::nullopt;
    }
    codes.push_back(*code);
  }
  return codes;
}

CellValue severalChoices(const Field& field, const Choices& choices, std::string_view cell) {
  // The words of a choice can have a comma themselves.
  auto found = chosenOf(parts(cell, u";；\n"),
                        [&](const std::string& part) { return chosen(choices, part); });
  if (!found) {
    // Of a whole cell the Japanese words would be those of its first choice only.
    found = chosenOf(parts(cell, u";；,，、､\n"), [&](const std::string& part) {
      return chosenInAnyEnglish(field, choices, part);
    });
  }
  if (!found) {
    return {.value = std::string(cell), .fault = CellFault::notInList};
  }
  const std::vector<std::string>& codes = *found;
  // In the order of the list, each once: what splitCodes() reads.
  std::string value;
  for (const std::string& code : field.list->codes) {
    if (std::ranges::find(codes, code) != codes.end()) {
      value += (value.empty() ? "" : ",") + code;
    }
  }
  return {.value = value};
}

/// Width and white space do not matter to what is looked for in it.
std::string plainText(std::string_view cell) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* plain = icu::Normalizer2::getNFKCInstance(status);
  return utf8Of(changed(plain->normalize(unicodeOf(cell), status), [](const Place& place) {
    return u_isUWhiteSpace(place.character) != 0 ? 0 : place.character;
  }));
}

bool isDigits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// The day of eight digits or the month of six, with 0000, 00 and 99999999 for what is unknown;
/// anything else as it stands.
std::string dayOf(const Field& field, std::string_view cell) {
  constexpr std::size_t kMonth = 6;
  constexpr std::size_t kDay = 8;
  const std::string digits = plainText(cell);
  if (!isDigits(digits) || (digits.size() != kMonth && digits.size() != kDay)) {
    return std::string(cell);
  }
  const bool isWhole = field.type == FieldType::date;
  const std::size_t wanted = field.type == FieldType::partialMonth ? kMonth : digits.size();
  if (!isWhole && digits.find_first_not_of('9') == std::string::npos) {
    return std::string(kUnknownDate);
  }
  std::string day = digits.substr(0, 4);
  for (std::size_t at = 4; at < wanted; at += 2) {
    const std::string part = digits.substr(at, 2);
    if (part == "00" && !isWhole) {
      break;
    }
    day += '-' + part;
  }
  return day;
}

bool isDay(FieldType type) {
  return type == FieldType::date || type == FieldType::partialDate ||
         type == FieldType::partialMonth;
}

/// "1.23457E+12": in a text of any kind it may be meant.
bool isShortened(const Field& field, std::string_view plain) {
  const auto exponent = plain.find_first_of("Ee");
  if (field.rule == "latinOrFullWidth" || field.rule == "fullWidth" ||
      exponent == std::string_view::npos) {
    return false;
  }
  std::string mantissa(plain.substr(0, exponent));
  std::erase(mantissa, '.');
  const std::string_view power = plain.substr(exponent + 1);
  return isDigits(mantissa) && power.starts_with('+') && isDigits(power.substr(1));
}

/// A house number that a spreadsheet took for a day: 2001/2/3 for 1-2-3, 3月5日 or 5-Mar for 3-5,
/// Mar-45 for 3-45.
bool becameDay(const Field& field, std::string_view plain) {
  static constexpr auto kMonths = std::to_array<std::string_view>(
      {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"});
  if (field.rule != "fullWidth" || field.id.find("ddress") == std::string::npos) {
    return false;
  }
  const auto isMonth = [](std::string_view text) {
    return std::ranges::find(kMonths, text) != kMonths.end();
  };
  const auto hyphen = plain.find('-');
  const std::string_view first = plain.substr(0, hyphen);
  const std::string_view second =
      hyphen == std::string_view::npos ? std::string_view() : plain.substr(hyphen + 1);
  const bool isEnglish =
      (isDigits(first) && isMonth(second)) || (isMonth(first) && isDigits(second));
  std::string digits(plain);
  const bool hasSlash = std::erase(digits, '/') > 0;
  bool isJapanese = false;
  for (const std::string_view unit : {"月", "日"}) {
    if (const auto at = digits.find(unit); at != std::string::npos) {
      digits.erase(at, unit.size());
      isJapanese = true;
    }
  }
  return isEnglish || ((hasSlash || isJapanese) && isDigits(digits));
}

/// So many zeros in front has a spreadsheet thrown away. Corporate numbers never begin with one.
std::size_t zerosLost(const Field& field, const std::string& digits) {
  constexpr std::string_view kSeven = "0000000";
  if (field.rule == "pattern" && field.settings.pattern == kSeven) {
    // Of a postal code two at most, but for the one that says "unknown".
    const bool isZero = digits.find_first_not_of('0') == std::string::npos;
    const bool isNear = digits.size() + 2 >= kSeven.size() && digits.front() != '0';
    return digits.size() < kSeven.size() && (isZero || isNear) ? kSeven.size() - digits.size() : 0;
  }
  // Offices of the employment insurance are numbered by prefecture, 01 to 47.
  constexpr std::string_view kOffice = "00000000000";
  if (field.rule == "pattern" && field.settings.pattern == kOffice) {
    return digits.size() + 1 == kOffice.size() && digits.front() != '0' ? 1 : 0;
  }
  // So are those of the labour insurance.
  constexpr std::string_view kLabour = "00000000000000|000000000000000000";
  if (field.rule == "pattern" && field.settings.pattern == kLabour) {
    const bool isShort = digits.size() == 13 || digits.size() == 17;
    return isShort && digits.front() != '0' ? 1 : 0;
  }
  // Numbers of Japan have ten digits or eleven, with the zero.
  constexpr std::size_t kShortest = 9;
  const bool isShort = digits.size() == kShortest || digits.size() == kShortest + 1;
  return field.rule == "phone" && isShort && digits.front() != '0' ? 1 : 0;
}

/// Codes by the whole names of municipalities.
const std::map<std::u16string, std::string_view>& places() {
  static const auto kPlaces = [] {
    std::map<std::u16string, std::string_view> places;
    for (const Municipality& one : municipalities()) {
      places.emplace(folded(one.fullName()), one.code6);
    }
    return places;
  }();
  return kPlaces;
}

/// Empty where something of the name can be in none.
std::u16string wholeName(std::string_view name) {
  constexpr std::size_t kMost = 100;
  const auto characters = foldBeginning(name, kMost);
  std::u16string folded;
  for (const FoldedCharacter& one : characters) {
    folded += one.character;
  }
  const std::size_t end = characters.empty() ? 0 : characters.back().end;
  return isBlank(name.substr(end)) ? folded : std::u16string();
}

/// The only one that is called so, in a prefecture whose name begins so; empty where several are.
std::string_view onlyPlace(std::string_view prefecture, std::string_view name) {
  const auto wanted = wholeName(name);
  const auto within = wholeName(prefecture);
  std::string_view found;
  if (wanted.empty() || (within.empty() && !isBlank(prefecture))) {
    return found;
  }
  for (const Municipality& one : municipalities()) {
    const bool fits = folded(one.prefecture).starts_with(within) &&
                      (folded(one.name()) == wanted || folded(one.fullName()) == wanted);
    if (fits && !found.empty()) {
      return {};
    }
    found = fits ? one.code6 : found;
  }
  return found;
}

}  // namespace

bool isErrorValue(std::string_view cell) {
  static constexpr auto kErrors = std::to_array<std::string_view>(
      {"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"});
  return std::ranges::find(kErrors, plainText(cell)) != kErrors.end();
}

bool saysNothing(std::string_view cell) {
  // No answers to a yes or no, but what people write where there is nothing to say.
  static const std::set<std::string> kNothing = [] {
    std::set<std::string> keys = {""};
    for (const char* words :
         {"該当なし", "該当無し", "特になし", "特に無し", "ありません", "N/A", "None", "0"}) {
      keys.insert(looseKey(words));
    }
    return keys;
  }();
  const std::string key = looseKey(cell);
  return kNothing.contains(key) || std::ranges::find(wordsForNo(), key) != wordsForNo().end();
}

std::string looseKey(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* folding = icu::Normalizer2::getNFKCCasefoldInstance(status);
  const icu::UnicodeString folded = folding->normalize(unicodeOf(text), status);
  return utf8Of(changed(folded, [](const Place& place) {
    return u_isalnum(place.character) != 0 || place.character == 0x30FC ? place.character : 0;
  }));
}

const CellReader::Choices& CellReader::choicesOf(const Field& field) {
  const auto known = m_choices.find(&field);
  return known != m_choices.end()
             ? known->second
             : m_choices.emplace(&field, wordsOfChoices(field, m_procedure)).first->second;
}

CellValue CellReader::read(const Field& field, std::string_view cell) {
  // What an encoding of Windows does not have is written as half-width "?". A person types a
  // full-width one in a full-width text.
  if (field.rule == "fullWidth" && cell.find('?') != std::string_view::npos) {
    return {.value = std::string(cell), .fault = CellFault::lostCharacter};
  }
  if (looseKey(cell).empty()) {
    return {.value = repaired(field, cell)};
  }
  if (field.type == FieldType::codes) {
    return severalChoices(field, choicesOf(field), cell);
  }
  if (isChoice(field.type)) {
    return oneChoice(field, choicesOf(field), cell);
  }
  const std::string plain = plainText(cell);
  if (isShortened(field, plain)) {
    return {.value = std::string(cell), .fault = CellFault::shortenedNumber};
  }
  if (becameDay(field, plain)) {
    return {.value = std::string(cell), .fault = CellFault::becameDay};
  }
  if (isDay(field.type)) {
    return {.value = repaired(field, dayOf(field, cell))};
  }
  // What has hyphens was no number to the spreadsheet.
  const std::size_t zeros = isDigits(plain) ? zerosLost(field, plain) : 0;
  return zeros > 0 ? CellValue{.value = repaired(field, std::string(zeros, '0') + plain),
                               .zeroAdded = true}
                   : CellValue{.value = repaired(field, cell)};
}

CellValue municipalityValue(std::string_view prefecture, std::string_view name) {
  if (looseKey(name).empty()) {
    return looseKey(prefecture).empty()
               ? CellValue{}
               : CellValue{.value = std::string(prefecture), .fault = CellFault::noSuchPlace};
  }
  if (const Municipality* byCode = findMunicipality(looseKey(name))) {
    return {.value = std::string(byCode->code6)};
  }
  const std::string whole = std::string(prefecture) + std::string(name);
  const auto known = places().find(wholeName(whole));
  const std::string_view code =
      known != places().end() ? known->second : onlyPlace(prefecture, name);
  return code.empty() ? CellValue{.value = whole, .fault = CellFault::noSuchPlace}
                      : CellValue{.value = std::string(code)};
}

}  // namespace madoguchi::forms
