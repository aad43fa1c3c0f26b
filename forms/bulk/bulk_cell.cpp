#include "forms/bulk/bulk_cell.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <regex>
#include <vector>

#include "forms/application/application_form.h"
#include "forms/engine/field_value.h"
#include "forms/places/municipalities.h"
#include "forms/places/municipality_folding.h"
#include "forms/rules/partial_date.h"
#include "forms/text/unicode_text.h"

namespace madoguchi::forms {
namespace {

using Choices = std::map<std::string, std::string, std::less<>>;

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

Choices wordsOfChoices(const Field& field, std::string_view procedure) {
  Choices choices;
  if (field.type == FieldType::yesNo) {
    add(choices, "yes", {"有", "はい", "あり", "ある", "yes", "有yes"});
    // "Undecided" answers what is asked as "decided?".
    add(choices, "no",
        {"無", "いいえ", "なし", "ない", "no", "無no", "未定", "undecided", "未定undecided"});
    return choices;
  }
  for (const std::string& choice : field.settings.choices) {
    const std::string id = "value." + field.id + '.' + choice;
    add(choices, choice,
        spellings(choice, std::string(wordsOf(applicationWords(), id, "ja", procedure)),
                  std::string(wordsOf(applicationWords(), id, "en", procedure))));
  }
  if (field.list != nullptr) {
    for (const Code& code : field.list->entries) {
      add(choices, code.code, spellings(code.code, code.texts.at("ja"), code.texts.at("en")));
    }
  }
  return choices;
}

std::optional<std::string> chosen(const Choices& choices, std::string_view cell) {
  const auto found = choices.find(looseKey(cell));
  return found == choices.end() || found->second.empty() ? std::nullopt
                                                         : std::optional(found->second);
}

CellValue oneChoice(const Choices& choices, std::string_view cell) {
  if (const auto code = chosen(choices, cell)) {
    return {.value = *code};
  }
  return {.value = std::string(cell), .fault = CellFault::notInList};
}

std::vector<std::string> parts(std::string_view cell) {
  static const std::regex kSeparators(";|；|、|\n");
  const std::string text(cell);
  std::vector<std::string> found;
  for (std::sregex_token_iterator part(text.begin(), text.end(), kSeparators, -1), end; part != end;
       ++part) {
    if (!looseKey(part->str()).empty()) {
      found.push_back(part->str());
    }
  }
  return found;
}

CellValue severalChoices(const Field& field, const Choices& choices, std::string_view cell) {
  std::vector<std::string> codes;
  for (const std::string& part : parts(cell)) {
    const auto code = chosen(choices, part);
    if (!code) {
      return {.value = std::string(cell), .fault = CellFault::notInList};
    }
    codes.push_back(*code);
  }
  // In the order of the list, each once: what splitCodes() reads.
  std::string value;
  for (const std::string& code : field.list->codes) {
    if (std::ranges::find(codes, code) != codes.end()) {
      value += (value.empty() ? "" : ",") + code;
    }
  }
  return {.value = value};
}

/// The day of eight digits, with 0000, 00 and 99999999 for what is unknown.
std::string dayOf(const Field& field, const std::string& cell) {
  static const std::regex kDay("(\\d{4})(\\d{2})(\\d{2})?");
  std::smatch found;
  if (!std::regex_match(cell, found, kDay)) {
    return cell;
  }
  if (field.type != FieldType::date && cell.find_first_not_of('9') == std::string::npos) {
    return std::string(kUnknownDate);
  }
  std::string day = found[1];
  for (const auto& part : {found[2].str(), found[3].str()}) {
    if (part.empty() || (part == "00" && field.type != FieldType::date)) {
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

bool isShortened(const Field& field, const std::string& cell) {
  static const std::regex kShortened("\\d(\\.\\d+)?[Ee]\\+\\d+");
  const bool isFree = field.rule == "latinOrFullWidth" || field.rule == "fullWidth";
  return !isFree && std::regex_match(cell, kShortened);
}

bool isDigits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// So many zeros in front has a spreadsheet thrown away.
std::size_t zerosLost(const Field& field, const std::string& cell) {
  if (!isDigits(cell) || cell.front() == '0') {
    return 0;
  }
  if (field.rule == "phone") {
    // Numbers of Japan have ten digits or eleven, with the zero.
    constexpr std::size_t kShortest = 9;
    return cell.size() == kShortest || cell.size() == kShortest + 1 ? 1 : 0;
  }
  const std::string& pattern = field.settings.pattern;
  const bool onlyDigits = field.rule == "pattern" && !pattern.empty() &&
                          pattern.find_first_not_of('0') == std::string::npos;
  constexpr std::size_t kMost = 2;
  return onlyDigits && cell.size() < pattern.size() && pattern.size() - cell.size() <= kMost
             ? pattern.size() - cell.size()
             : 0;
}

/// Codes by the names of municipalities, with and without that of the prefecture; an empty one
/// where several are called so.
const std::map<std::u16string, std::string_view>& places() {
  static const auto kPlaces = [] {
    std::map<std::u16string, std::string_view> places;
    for (const Municipality& one : municipalities()) {
      places.emplace(folded(one.fullName()), one.code6);
      const auto [known, isNew] = places.emplace(folded(one.name()), one.code6);
      if (!isNew) {
        known->second = {};
      }
    }
    return places;
  }();
  return kPlaces;
}

}  // namespace

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
  if (looseKey(cell).empty()) {
    return {.value = repaired(field, cell)};
  }
  if (field.type == FieldType::codes) {
    return severalChoices(field, choicesOf(field), cell);
  }
  if (isChoice(field.type)) {
    return oneChoice(choicesOf(field), cell);
  }
  // Width and spaces do not matter to what is looked for here.
  const std::string typed = repaired(field, cell);
  if (isShortened(field, typed)) {
    return {.value = typed, .fault = CellFault::shortenedNumber};
  }
  const std::string plain = isDay(field.type) ? dayOf(field, typed) : typed;
  const std::size_t zeros = zerosLost(field, plain);
  return {.value = repaired(field, std::string(zeros, '0') + plain), .zeroAdded = zeros > 0};
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
  const auto found = places().find(folded(whole));
  return found != places().end() && !found->second.empty()
             ? CellValue{.value = std::string(found->second)}
             : CellValue{.value = whole, .fault = CellFault::noSuchPlace};
}

}  // namespace madoguchi::forms
