#include "forms/rules/agent_certificate_number.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <optional>
#include <span>

#include "forms/rules/japanese_era.h"
#include "forms/rules/text_repair.h"
#include "forms/text/padded.h"
#include "protocol/ascii.h"

namespace madoguchi::forms {
namespace {

using protocol::allDigits;
using protocol::isDigit;

constexpr std::size_t kMaxBytes = 256;
constexpr int kFirstYear = 2000;
constexpr std::size_t kSerialDigits = 5;

struct Name {
  std::string_view text;
  int code;
};
// Longer names before the shorter ones that they begin with.
constexpr std::array<Name, 22> kOffices = {
    {{"札幌", 11}, {"札", 11}, {"仙台", 12},   {"仙", 12}, {"東京", 13}, {"東", 13},
     {"横浜", 15}, {"横", 15}, {"名古屋", 16}, {"名", 16}, {"大阪", 17}, {"阪", 17},
     {"神戸", 18}, {"神", 18}, {"高松", 19},   {"高", 19}, {"広島", 20}, {"広", 20},
     {"福岡", 22}, {"福", 22}, {"那覇", 24},   {"那", 24}}};
constexpr std::array<Name, 4> kClasses = {{{"行政書士", 2}, {"行", 2}, {"弁護士", 7}, {"弁", 7}}};
/// The code is the Western year before the era's first.
constexpr std::array<Name, 6> kEras = {{{kHeisei.name, kHeisei.yearBefore},
                                        {kReiwa.name, kReiwa.yearBefore},
                                        {"H", kHeisei.yearBefore},
                                        {"h", kHeisei.yearBefore},
                                        {"R", kReiwa.yearBefore},
                                        {"r", kReiwa.yearBefore}}};
/// May stand anywhere between the parts.
constexpr std::array<std::string_view, 19> kSeparators = {"(",  ")",  "[",  "]",  "{",  "}",  "<",
                                                          ">",  "〔", "〕", "【", "】", "「", "」",
                                                          "第", "年", "-",  " ",  "."};

class Cursor {
 public:
  explicit Cursor(std::string_view text) : m_rest(text) {}
  [[nodiscard]] bool atEnd() const { return m_rest.empty(); }

  bool skip(std::string_view text) {
    if (!m_rest.starts_with(text)) {
      return false;
    }
    m_rest.remove_prefix(text.size());
    return true;
  }
  void skipAll(std::span<const std::string_view> texts) {
    while (std::ranges::any_of(texts, [this](std::string_view text) { return skip(text); })) {
    }
  }
  std::optional<int> take(std::span<const Name> names) {
    const auto found =
        std::ranges::find_if(names, [this](const Name& name) { return skip(name.text); });
    return found == names.end() ? std::nullopt : std::optional(found->code);
  }
  std::string_view takeDigits() {
    const auto end = std::ranges::find_if_not(m_rest, isDigit);
    const std::string_view digits(m_rest.begin(), end);
    m_rest.remove_prefix(digits.size());
    return digits;
  }

 private:
  std::string_view m_rest;
};

/// `digits` are digits only; too long ones give a number that fits nothing.
int number(std::string_view digits) {
  int value = -1;
  return std::from_chars(digits.begin(), digits.end(), value).ec == std::errc() ? value : -1;
}

constexpr std::array kOfficeCodes = {11, 12, 13, 15, 16, 17, 18, 19, 20, 22, 24};
constexpr std::array kClassCodes = {2, 7};

AgentNumber fault(AgentNumberFault reason) { return {.value = {}, .fault = reason, .parts = {}}; }

AgentNumber fromTwelveDigits(std::string_view digits, int latestYear) {
  return agentCertificateNumber({.office = number(digits.substr(0, 2)),
                                 .year = number(digits.substr(2, 4)),
                                 .agentClass = number(digits.substr(6, 1)),
                                 .serial = number(digits.substr(7))},
                                latestYear);
}

/// -1 where the digits are no year.
int westernYear(std::optional<int> yearBeforeEra, std::string_view digits) {
  constexpr int kCentury = 2000;  // "西暦下2桁"
  const int value = number(digits);
  if (yearBeforeEra) {
    return digits.size() <= 2 && value > 0 ? *yearBeforeEra + value : -1;
  }
  if (digits.size() == 2) {
    return kCentury + value;
  }
  return digits.size() == 4 ? value : -1;
}

AgentNumber fromPrintedForm(Cursor cursor, int latestYear) {
  const auto skipBetween = [&cursor] { cursor.skipAll(kSeparators); };
  skipBetween();
  const auto office = cursor.take(kOffices);
  if (!office) {
    return fault(AgentNumberFault::unknownOffice);
  }
  skipBetween();
  const auto agentClass = cursor.take(kClasses);
  if (!agentClass) {
    return fault(AgentNumberFault::unknownClass);
  }
  skipBetween();
  const auto era = cursor.take(kEras);
  skipBetween();
  std::string_view year = era && cursor.skip("元") ? "1" : cursor.takeDigits();
  skipBetween();
  std::string_view serial = cursor.takeDigits();
  if (serial.empty() && year.size() > kSerialDigits) {
    // Nothing stands between year and serial number: only all five digits of the latter tell.
    serial = year.substr(year.size() - kSerialDigits);
    year.remove_suffix(kSerialDigits);
  }
  skipBetween();
  cursor.skip("号");
  skipBetween();
  if (year.empty() || serial.empty() || !cursor.atEnd()) {
    return fault(AgentNumberFault::unreadable);
  }
  return agentCertificateNumber({.office = *office,
                                 .year = westernYear(era, year),
                                 .agentClass = *agentClass,
                                 .serial = number(serial)},
                                latestYear);
}

}  // namespace

std::span<const int> agentOffices() { return kOfficeCodes; }
std::span<const int> agentClasses() { return kClassCodes; }

AgentNumber agentCertificateNumber(const AgentNumberParts& parts, int latestYear) {
  constexpr int kLastSerial = 99'999;
  if (std::ranges::find(kOfficeCodes, parts.office) == kOfficeCodes.end()) {
    return fault(AgentNumberFault::unknownOffice);
  }
  if (std::ranges::find(kClassCodes, parts.agentClass) == kClassCodes.end()) {
    return fault(AgentNumberFault::unknownClass);
  }
  if (parts.year < kFirstYear || parts.year > latestYear) {
    return fault(AgentNumberFault::unlikelyYear);
  }
  if (parts.serial < 1 || parts.serial > kLastSerial) {
    return fault(AgentNumberFault::unlikelySerial);
  }
  return {.value = padded(parts.office, 2) + padded(parts.year, 4) + padded(parts.agentClass, 1) +
                   padded(parts.serial, kSerialDigits),
          .fault = AgentNumberFault::none,
          .parts = parts};
}

AgentNumber agentCertificateNumber(std::string_view printed, int latestYear) {
  constexpr std::size_t kAllDigits = 12;
  if (printed.size() > kMaxBytes || !isPlainText(printed)) {
    return fault(AgentNumberFault::unreadable);
  }
  const std::string text = toHalfWidth(printed);
  if (text.empty()) {
    return fault(AgentNumberFault::empty);
  }
  std::string digits = text;
  std::erase_if(digits, [](char character) { return character == ' ' || character == '-'; });
  if (allDigits(digits)) {
    return digits.size() == kAllDigits ? fromTwelveDigits(digits, latestYear)
                                       : fault(AgentNumberFault::unreadable);
  }
  return fromPrintedForm(Cursor(text), latestYear);
}

}  // namespace madoguchi::forms
