#include "forms/rules/field_rules.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "forms/places/municipalities.h"
#include "forms/rules/agent_certificate_number.h"
#include "forms/rules/date_rules.h"
#include "forms/rules/email_address.h"
#include "forms/rules/japanese_characters.h"
#include "forms/rules/latin_name.h"
#include "forms/rules/telephone_number.h"
#include "forms/rules/text_repair.h"
#include "forms/text/utf8.h"
#include "protocol/ascii.h"

namespace madoguchi::forms {
namespace {

using std::chrono::year_month_day;

using protocol::allDigits;
using protocol::isCapital;
using protocol::isDigit;

char toUpper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
Cause wrongUnless(bool good) { return good ? Cause::good : Cause::wrong; }

std::string without(std::string text, std::string_view characters) {
  std::erase_if(text,
                [characters](char c) { return characters.find(c) != std::string_view::npos; });
  return text;
}

/// A repair or a judgement that wants nothing but the value.
template <auto Repair>
std::string repairAlone(std::string_view value, const RuleSettings&) {
  return Repair(value);
}
template <auto Judge>
Cause judgeAlone(std::string_view value, const RuleSettings&, year_month_day) {
  return Judge(value);
}

// --- choice, consent -----------------------------------------------------------------------------

std::string repairChoice(std::string_view value, const RuleSettings& settings) {
  return closestChoice(value, settings.choices);
}

Cause judgeChoice(std::string_view value, const RuleSettings& settings, year_month_day) {
  return wrongUnless(std::ranges::find(settings.choices, value) != settings.choices.end());
}

// --- number --------------------------------------------------------------------------------------

/// Digits without what groups them and without zeros in front; a hyphen behind a zero is no sign.
std::string repairNumber(std::string_view value, const RuleSettings&) {
  std::string text = without(toHalfWidth(value), " ,");
  const bool negative = text.starts_with('-');
  const std::size_t sign = negative ? 1 : 0;
  while (text.size() > sign + 1 && text[sign] == '0' && text[sign + 1] != '-') {
    text.erase(sign, 1);
  }
  return text;
}

Cause judgeNumber(std::string_view value, const RuleSettings& settings, year_month_day) {
  const std::string_view digits = value.substr(value.starts_with('-') ? 1 : 0);
  std::int64_t number = 0;
  const auto read = std::from_chars(value.data(), value.data() + value.size(), number);
  if (digits.empty() || !allDigits(digits) || value == "-0") {
    return Cause::wrong;
  }
  const bool within = read.ec == std::errc() && (!settings.least || number >= *settings.least) &&
                      (!settings.most || number <= *settings.most);
  return within ? Cause::good : Cause::unreal;
}

// --- municipality --------------------------------------------------------------------------------

std::string toMunicipalityCode(std::string_view value) { return without(toHalfWidth(value), " -"); }

Cause judgeMunicipality(std::string_view value) {
  return wrongUnless(findMunicipality(value) != nullptr);
}

// --- fullWidth -----------------------------------------------------------------------------------

Cause judgeFullWidth(std::string_view value) {
  if (externalCharacter(value)) {
    return Cause::external;
  }
  bool halfWidth = false;
  for (std::size_t offset = 0; offset < value.size();) {
    halfWidth = isHalfWidthCharacter(nextCodePoint(value, offset)) || halfWidth;
  }
  return wrongUnless(!halfWidth);
}

// --- latin ---------------------------------------------------------------------------------------

Cause judgeLatin(std::string_view value) {
  const bool latin = std::ranges::all_of(value, [](char c) { return c >= ' ' && c <= '~'; });
  return latin ? Cause::good : Cause::wrongAlphabet;
}

// --- latinOrFullWidth ----------------------------------------------------------------------------

/// Half-width where all of it can be, for what is written in Latin letters; else full-width.
std::string toLatinOrFullWidth(std::string_view value) {
  std::string half = toHalfWidth(value);
  if (protocol::isAscii(half)) {
    return half;
  }
  std::string full = toFullWidth(value);
  half = toHalfWidth(full);  // its letters have lost their marks: Café
  return protocol::isAscii(half) ? half : full;
}

Cause judgeLatinOrFullWidth(std::string_view value) {
  return protocol::isAscii(value) ? judgeLatin(value) : judgeFullWidth(value);
}

// --- passportNumber ------------------------------------------------------------------------------

/// In capitals, without the blanks of the page and the fillers of the lines below it (ICAO Doc 9303
/// part 3, 4.3). Other signs stay: the Agency takes them.
std::string toPassportNumber(std::string_view value) {
  std::string text = without(toHalfWidth(value), " ");
  std::ranges::transform(text, text.begin(), toUpper);
  text.erase(text.find_last_not_of('<') + 1);
  return text;
}

// --- pattern, agentCertificateNumber -------------------------------------------------------------

std::string repairPattern(std::string_view value, const RuleSettings&) {
  std::string text = without(toHalfWidth(value), " -");
  std::ranges::transform(text, text.begin(), toUpper);
  return text;
}

Cause judgePattern(std::string_view value, const RuleSettings& settings, year_month_day) {
  if (!protocol::isAscii(value)) {
    return Cause::wrongAlphabet;
  }
  const std::string_view patterns = settings.pattern;
  std::size_t begin = 0;
  std::size_t end = std::min(patterns.find('|'), patterns.size());
  if (value.size() < end) {
    return Cause::tooShort;
  }
  while (value.size() > end - begin && end < patterns.size()) {
    begin = end + 1;
    end = std::min(patterns.find('|', begin), patterns.size());
  }
  const std::string_view pattern = patterns.substr(begin, end - begin);
  if (value.size() > pattern.size()) {
    return Cause::tooLong;
  }
  return wrongUnless(std::ranges::equal(
      value, pattern, [](char c, char kind) { return kind == 'A' ? isCapital(c) : isDigit(c); }));
}

/// The printed form of the number becomes the 12 digits; 12 digits are what the Agency asks for, so
/// their meaning is not looked at here.
std::string repairAgentNumber(std::string_view value, const RuleSettings& settings) {
  const AgentNumber number = agentCertificateNumber(value);
  return number.value.empty() ? repairPattern(value, settings) : number.value;
}

constexpr std::array kRules = std::to_array<FieldRule>({
    {"latinName", repairAlone<toLatinName>, judgeAlone<judgeLatinName>},
    {"latin", repairAlone<toHalfWidth>, judgeAlone<judgeLatin>},
    {"passportNumber", repairAlone<toPassportNumber>, judgeAlone<judgeLatin>},
    {"fullWidth", repairAlone<toFullWidth>, judgeAlone<judgeFullWidth>},
    {"latinOrFullWidth", repairAlone<toLatinOrFullWidth>, judgeAlone<judgeLatinOrFullWidth>},
    {"choice", repairChoice, judgeChoice},
    {"consent", repairChoice, judgeChoice},
    {"date", repairDate, judgeDate},
    {"pastDate", repairDate, judgePastDate},
    {"futureDate", repairDate, judgeFutureDate},
    {"number", repairNumber, judgeNumber},
    {"municipality", repairAlone<toMunicipalityCode>, judgeAlone<judgeMunicipality>},
    {"phone", repairAlone<toTelephoneNumber>, judgeAlone<judgeTelephoneNumber>},
    {"email", repairAlone<toEmailAddress>, judgeAlone<judgeEmailAddress>},
    {"pattern", repairPattern, judgePattern},
    {"agentCertificateNumber", repairAgentNumber, judgePattern},
});

}  // namespace

Verdict verdictOf(Cause cause) {
  switch (cause) {
    case Cause::good:
      return Verdict::good;
    case Cause::external:
      return Verdict::external;
    case Cause::unreal:
    case Cause::noSuchDay:
    case Cause::notYet:
    case Cause::tooEarly:
    case Cause::yearFarOff:
      return Verdict::unreal;
    default:
      return Verdict::wrong;
  }
}

const FieldRule* findRule(std::string_view name) {
  const auto found = std::ranges::find(kRules, name, &FieldRule::name);
  return found == kRules.end() ? nullptr : &*found;
}

std::string closestChoice(std::string_view value, std::span<const std::string> choices) {
  std::string half = toHalfWidth(value);
  const auto same = [lower = protocol::lowerCase(half)](std::string_view choice) {
    return protocol::lowerCase(choice) == lower;
  };
  const auto found = std::ranges::find_if(choices, same);
  return found == choices.end() ? half : *found;
}

}  // namespace madoguchi::forms
