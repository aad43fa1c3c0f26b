#include "forms/rules/field_rules.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "forms/places/municipalities.h"
#include "forms/rules/agent_certificate_number.h"
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

std::string_view parameter(const FieldDefinition& field, std::string_view name) {
  const auto found = field.parameters.find(name);
  return found == field.parameters.end() ? std::string_view() : std::string_view(found->second);
}

// --- latinName -----------------------------------------------------------------------------------

std::string repairLatinName(std::string_view value, const FieldDefinition&) {
  return toLatinName(value);
}

/// Capitals with single spaces; hyphen, apostrophe and full stop may stand in it (O'NEIL,
/// ANNE-MARIE, JR.). Residence cards write names in capitals of the passport; the three signs occur
/// in resident records.
Verdict checkLatinName(std::string_view value, const FieldDefinition&, const FormContext&) {
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

std::string repairChoice(std::string_view value, const FieldDefinition& field) {
  const std::string half = toHalfWidth(value);
  const auto same = [&half](std::string_view choice) {
    return std::ranges::equal(half, choice, {}, toLower, toLower);
  };
  const auto found = std::ranges::find_if(field.choices, same);
  return found == field.choices.end() ? half : *found;
}

Verdict checkChoice(std::string_view value, const FieldDefinition& field, const FormContext&) {
  return wrongUnless(std::ranges::find(field.choices, value) != field.choices.end());
}

// --- pastDate ------------------------------------------------------------------------------------

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.begin(), digits.end(), value);
  return value;
}

/// "YYYY-MM-DD" and nothing else, which need not be a real date.
std::optional<year_month_day> parseDate(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-' || !allDigits(text.substr(0, 4)) ||
      !allDigits(text.substr(5, 2)) || !allDigits(text.substr(8))) {
    return std::nullopt;
  }
  return year_month_day(std::chrono::year(number(text.substr(0, 4))),
                        std::chrono::month(static_cast<unsigned>(number(text.substr(5, 2)))),
                        std::chrono::day(static_cast<unsigned>(number(text.substr(8)))));
}

/// 1990-4-1, 1990/4/1, 1990.4.1, 1990年4月1日, 19900401 become 1990-04-01.
std::string repairDate(std::string_view value, const FieldDefinition&) {
  constexpr std::array<std::string_view, 3> kUnits = {"年", "月", "日"};
  std::string text = toHalfWidth(value);
  for (const std::string_view unit : kUnits) {
    if (const auto at = text.find(unit); at != std::string::npos) {
      text.replace(at, unit.size(), unit == kUnits.back() ? "" : "-");
    }
  }
  std::ranges::replace_if(
      text, [](char c) { return c == '/' || c == '.'; }, '-');
  text = without(text, " ");
  if (text.size() == 8 && allDigits(text)) {
    return text.insert(6, 1, '-').insert(4, 1, '-');
  }
  const auto first = text.find('-');
  const auto second = first == std::string::npos ? first : text.find('-', first + 1);
  if (first != 4 || second == std::string::npos) {
    return text;
  }
  std::string month = text.substr(first + 1, second - first - 1);
  std::string day = text.substr(second + 1);
  for (std::string* part : {&month, &day}) {
    if (part->size() == 1) {
      part->insert(0, 1, '0');
    }
  }
  return text.substr(0, first) + '-' + month + '-' + day;
}

/// Everything that is written as a date but cannot be one of birth is unreal: the Agency's table
/// has one message for it, and the remedy is the same.
Verdict checkPastDate(std::string_view value, const FieldDefinition& field,
                      const FormContext& context) {
  const auto date = parseDate(value);
  if (!date) {
    return Verdict::wrong;
  }
  const auto earliest = parseDate(parameter(field, "earliest"));
  const bool possible = date->ok() && *date <= context.today && (!earliest || *date >= *earliest);
  return possible ? Verdict::good : Verdict::unreal;
}

// --- municipality --------------------------------------------------------------------------------

std::string repairCode(std::string_view value, const FieldDefinition&) {
  return without(toHalfWidth(value), " -");
}

Verdict checkMunicipality(std::string_view value, const FieldDefinition&, const FormContext&) {
  return wrongUnless(findMunicipality(value) != nullptr);
}

// --- fullWidth -----------------------------------------------------------------------------------

std::string repairFullWidth(std::string_view value, const FieldDefinition&) {
  return toFullWidth(value);
}

Verdict checkFullWidth(std::string_view value, const FieldDefinition&, const FormContext&) {
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

// --- phone ---------------------------------------------------------------------------------------

/// Japan's country code gives way to the 0 that it replaces.
std::string repairPhone(std::string_view value, const FieldDefinition&) {
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

Verdict checkPhone(std::string_view value, const FieldDefinition&, const FormContext&) {
  return wrongUnless(allDigits(value));
}

// --- email ---------------------------------------------------------------------------------------

/// The part before the @ is left alone: its case may matter to the receiving host.
std::string repairEmail(std::string_view value, const FieldDefinition&) {
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
Verdict checkEmail(std::string_view value, const FieldDefinition&, const FormContext&) {
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

std::string repairPattern(std::string_view value, const FieldDefinition&) {
  std::string text = without(toHalfWidth(value), " -");
  std::ranges::transform(text, text.begin(), toUpper);
  return text;
}

/// In the pattern, A stands for a capital letter and 0 for a digit.
Verdict checkPattern(std::string_view value, const FieldDefinition& field, const FormContext&) {
  return wrongUnless(std::ranges::equal(value, parameter(field, "pattern"), [](char c, char kind) {
    return kind == 'A' ? isCapital(c) : isDigit(c);
  }));
}

/// The printed form of the number becomes the 12 digits; 12 digits are what the Agency asks for, so
/// their meaning is not looked at here.
std::string repairAgentNumber(std::string_view value, const FieldDefinition& field) {
  const AgentNumber number = agentCertificateNumber(value);
  return number.value.empty() ? repairPattern(value, field) : number.value;
}

constexpr std::array kRules = std::to_array<FieldRule>({
    {"latinName", repairLatinName, checkLatinName},
    {"choice", repairChoice, checkChoice},
    {"consent", repairChoice, checkChoice},
    {"pastDate", repairDate, checkPastDate},
    {"municipality", repairCode, checkMunicipality},
    {"fullWidth", repairFullWidth, checkFullWidth},
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

}  // namespace madoguchi::forms
