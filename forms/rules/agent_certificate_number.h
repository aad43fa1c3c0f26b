#pragma once

#include <span>
#include <string>
#include <string_view>

// The number of an attorney's or scrivener's certificate (届出済証明書). Printed it reads
// 「(東)弁10第50号」: office, class, last two digits of the Western year, serial number. The form
// wants 132010700050: office (2 digits), year (4), class (1), serial (5). Source: the Agency's
// announcement of March 2022.

namespace madoguchi::forms {

enum class AgentNumberFault {
  none,
  empty,
  unreadable,  ///< neither 12 digits nor the printed form
  unknownOffice,
  unknownClass,
  unlikelyYear,
  unlikelySerial,
};

/// What the number says, each part by its code.
struct AgentNumberParts {
  int office = 0;      ///< one of agentOffices()
  int year = 0;        ///< Western, four digits
  int agentClass = 0;  ///< one of agentClasses()
  int serial = 0;      ///< 1 to 99999
};

struct AgentNumber {
  std::string value;  ///< 12 digits; empty where there is a fault
  AgentNumberFault fault = AgentNumberFault::none;
  AgentNumberParts parts;  ///< where there is no fault
};

/// 札11 仙12 東13 横15 名16 阪17 神18 高19 広20 福22 那24.
std::span<const int> agentOffices();
/// 行2 弁7.
std::span<const int> agentClasses();

/// Takes the printed form or the 12 digits, forgiving about width, brackets, spaces and hyphens, a
/// missing 第 or 号, the offices' full names, four-digit Western years and years of Heisei and
/// Reiwa. A year after `latestYear` or before 2000 is unlikely: certificates are renewed every
/// three years.
AgentNumber agentCertificateNumber(std::string_view printed, int latestYear = 2099);
/// The same from parts that were chosen one by one.
AgentNumber agentCertificateNumber(const AgentNumberParts& parts, int latestYear = 2099);

}  // namespace madoguchi::forms
