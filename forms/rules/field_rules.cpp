#include "forms/rules/field_rules.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "forms/places/municipalities.h"
#include "forms/rules/agent_certificate_number.h"
#include "forms/rules/date_rules.h"
#include "forms/rules/japanese_characters.h"
#include "forms/rules/text_repair.h"
#include "forms/rules/utf8.h"

namespace madoguchi::forms {
namespace {

using std::chrono::year_month_day;

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isCapital(char c) { return c >= 'A' && c <= 'Z'; }
bool isLetter(char c) { return isCapital(c) || (c >= 'a' && c <= 'z'); }
bool allDigits(std::string_view text) { return std::ranges::all_of(text, isDigit); }
char toLower(char c) { return isCapital(c) ? static_cast<char>(c - 'A' + 'a') : c; }
char toUpper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
Verdict wrongUnless(bool good) { return good ? Verdict::good : Verdict::wrong; }

std::string without(std::string text, std::string_view characters) {
  std::erase_if(text,
                [characters](char c) { return characters.find(c) != std::string_view::npos; });
  return text;
}

// --- latinName -----------------------------------------------------------------------------------

std::string repairLatinName(std::string_view value, const RuleSettings&) {
  return toLatinName(value);
}

/// Capitals with single spaces; hyphen, apostrophe and full stop may stand in it (O'NEIL,
/// ANNE-MARIE, JR.). Residence cards write names in capitals of the passport; the three signs occur
/// in resident records.
Verdict checkLatinName(std::string_view value, const RuleSettings&, year_month_day) {
  constexpr std::string_view kSigns = "-'.";
  bool letters = false;
  char before = ' ';
  for (const char c : value) {
    const bool sign = kSigns.find(c) != std::string_view::npos;
    if (!isCapital(c) && c != ' ' && !sign) {
      return Verdict::wrong;
    }
    if (c == ' ' && before == ' ') {
      return Verdict::wrong;
    }
    letters = letters || isCapital(c);
    before = c;
  }
  return wrongUnless(letters && before != ' ');
}

// --- choice, consent -----------------------------------------------------------------------------

std::string repairChoice(std::string_view value, const RuleSettings& settings) {
  return closestChoice(value, settings.choices);
}

Verdict checkChoice(std::string_view value, const RuleSettings& settings, year_month_day) {
  return wrongUnless(std::ranges::find(settings.choices, value) != settings.choices.end());
}

// --- number --------------------------------------------------------------------------------------

/// Digits without what groups them and without zeros in front.
std::string repairNumber(std::string_view value, const RuleSettings&) {
  std::string text = without(toHalfWidth(value), " ,");
  const bool negative = text.starts_with('-');
  const std::size_t sign = negative ? 1 : 0;
  while (text.size() > sign + 1 && text[sign] == '0') {
    text.erase(sign, 1);
  }
  return text;
}

Verdict checkNumber(std::string_view value, const RuleSettings& settings, year_month_day) {
  const std::string_view digits = value.substr(value.starts_with('-') ? 1 : 0);
  std::int64_t number = 0;
  const auto read = std::from_chars(value.data(), value.data() + value.size(), number);
  if (digits.empty() || !allDigits(digits) || value == "-0") {
    return Verdict::wrong;
  }
  const bool within = read.ec == std::errc() && (!settings.least || number >= *settings.least) &&
                      (!settings.most || number <= *settings.most);
  return within ? Verdict::good : Verdict::unreal;
}

// --- municipality --------------------------------------------------------------------------------

std::string repairCode(std::string_view value, const RuleSettings&) {
  return without(toHalfWidth(value), " -");
}

Verdict checkMunicipality(std::string_view value, const RuleSettings&, year_month_day) {
  return wrongUnless(findMunicipality(value) != nullptr);
}

// --- fullWidth -----------------------------------------------------------------------------------

std::string repairFullWidth(std::string_view value, const RuleSettings&) {
  return toFullWidth(value);
}

Verdict checkFullWidth(std::string_view value, const RuleSettings&, year_month_day) {
  bool halfWidth = false;
  for (std::size_t offset = 0; offset < value.size();) {
    const auto character = nextCodePoint(value, offset);
    if (isHalfWidthCharacter(character)) {
      halfWidth = true;
    } else if (!isJapaneseCharacter(character)) {
      return Verdict::external;
    }
  }
  return wrongUnless(!halfWidth);
}

// --- latin
// ----------------------------------------------------------------------------------------

std::string repairLatin(std::string_view value, const RuleSettings&) { return toHalfWidth(value); }

Verdict checkLatin(std::string_view value, const RuleSettings&, year_month_day) {
  return wrongUnless(std::ranges::all_of(value, [](char c) { return c >= ' ' && c <= '~'; }));
}

// --- phone ---------------------------------------------------------------------------------------

/// Japan's country code gives way to the 0 that it replaces.
std::string repairPhone(std::string_view value, const RuleSettings&) {
  constexpr std::string_view kJapan = "+81";
  std::string text = without(toHalfWidth(value), " -()[].");
  if (text.starts_with(kJapan)) {
    text.erase(0, kJapan.size());
    if (!text.starts_with('0')) {
      text.insert(0, 1, '0');
    }
  }
  return text;
}

Verdict checkPhone(std::string_view value, const RuleSettings&, year_month_day) {
  return wrongUnless(allDigits(value));
}

// --- email ---------------------------------------------------------------------------------------

/// The part before the @ is left alone: its case may matter to the receiving host.
std::string repairEmail(std::string_view value, const RuleSettings&) {
  std::string text = toHalfWidth(value);
  if (const auto at = text.rfind('@'); at != std::string::npos) {
    std::transform(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(),
                   text.begin() + static_cast<std::ptrdiff_t>(at), toLower);
  }
  return text;
}

bool isHostName(std::string_view host) {
  constexpr std::size_t kMaxLabel = 63;  // RFC 1035
  bool several = false;
  for (;;) {
    const std::string_view label = host.substr(0, host.find('.'));
    const bool good =
        !label.empty() && label.size() <= kMaxLabel && label.front() != '-' &&
        label.back() != '-' &&
        std::ranges::all_of(label, [](char c) { return isLetter(c) || isDigit(c) || c == '-'; });
    if (!good) {
      return false;
    }
    if (label.size() == host.size()) {
      return several && isLetter(label.front());
    }
    host.remove_prefix(label.size() + 1);
    several = true;
  }
}

/// What browsers accept (HTML Living Standard, "valid e-mail address"), with a host of two names or
/// more. Dots may stand anywhere before the @: Japanese mobile carriers gave out such addresses.
Verdict checkEmail(std::string_view value, const RuleSettings&, year_month_day) {
  constexpr std::string_view kSigns = ".!#$%&'*+/=?^_`{|}~-";
  constexpr std::size_t kMaxLocal = 64;  // RFC 5321
  const auto at = value.find('@');
  if (at == std::string_view::npos || at == 0 || at > kMaxLocal) {
    return Verdict::wrong;
  }
  const bool local = std::ranges::all_of(value.substr(0, at), [&](char c) {
    return isLetter(c) || isDigit(c) || kSigns.find(c) != std::string_view::npos;
  });
  return wrongUnless(local && isHostName(value.substr(at + 1)));
}

// --- pattern, agentCertificateNumber -------------------------------------------------------------

std::string repairPattern(std::string_view value, const RuleSettings&) {
  std::string text = without(toHalfWidth(value), " -");
  std::ranges::transform(text, text.begin(), toUpper);
  return text;
}

/// In the pattern, A stands for a capital letter and 0 for a digit.
Verdict checkPattern(std::string_view value, const RuleSettings& settings, year_month_day) {
  return wrongUnless(std::ranges::equal(value, settings.pattern, [](char c, char kind) {
    return kind == 'A' ? isCapital(c) : isDigit(c);
  }));
}

/// The printed form of the number becomes the 12 digits; 12 digits are what the Agency asks for, so
/// their meaning is not looked at here.
std::string repairAgentNumber(std::string_view value, const RuleSettings& settings) {
  const AgentNumber number = agentCertificateNumber(value);
  return number.value.empty() ? repairPattern(value, settings) : number.value;
}

constexpr std::array kRules = std::to_array<FieldRule>({
    {"latinName", repairLatinName, checkLatinName},
    {"latin", repairLatin, checkLatin},
    {"fullWidth", repairFullWidth, checkFullWidth},
    {"choice", repairChoice, checkChoice},
    {"consent", repairChoice, checkChoice},
    {"date", repairDate, checkDate},
    {"pastDate", repairDate, checkPastDate},
    {"futureDate", repairDate, checkFutureDate},
    {"number", repairNumber, checkNumber},
    {"municipality", repairCode, checkMunicipality},
    {"phone", repairPhone, checkPhone},
    {"email", repairEmail, checkEmail},
    {"pattern", repairPattern, checkPattern},
    {"agentCertificateNumber", repairAgentNumber, checkPattern},
});

}  // namespace

const FieldRule* findRule(std::string_view name) {
  const auto found = std::ranges::find(kRules, name, &FieldRule::name);
  return found == kRules.end() ? nullptr : &*found;
}

std::string closestChoice(std::string_view value, std::span<const std::string> choices) {
  std::string half = toHalfWidth(value);
  const auto same = [&half](std::string_view choice) {
    return std::ranges::equal(half, choice, {}, toLower, toLower);
  };
  const auto found = std::ranges::find_if(choices, same);
  return found == choices.end() ? half : *found;
}

}  // namespace madoguchi::forms
