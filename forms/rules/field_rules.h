#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "forms/rules/cause.h"

// The rules that a form definition names: how a value is mended and what is wrong with it.

namespace madoguchi::forms {

enum class Verdict {
  good,
  wrong,     ///< not of the form that the field asks for
  external,  ///< holds 外字
  unreal,    ///< of that form, but it cannot be: no such date, one not yet come, out of bounds
};

/// What the message codes tell apart of a cause.
Verdict verdictOf(Cause cause);

/// How much of a date may be left open.
enum class DateParts : std::uint8_t {
  whole,    ///< YYYY-MM-DD
  some,     ///< that, YYYY-MM, YYYY or "unknown"
  toMonth,  ///< YYYY-MM, YYYY or "unknown"
};

/// What a field gives its rule.
struct RuleSettings {
  std::vector<std::string> choices = {};  ///< of choice and consent
  /// A is a capital letter, 0 a digit. Of several one serves: "0000|000000", the shortest first.
  std::string pattern = {};
  std::string earliest = {};               ///< of dates: YYYY-MM-DD; empty for none
  DateParts dateParts = DateParts::whole;  ///< of dates
  std::optional<std::int64_t> least = {};  ///< of numbers
  std::optional<std::int64_t> most = {};   ///< of numbers
};

struct FieldRule {
  std::string_view name;
  /// Mends harmless differences in plain text (isPlainText) and may leave text that is still
  /// refused.
  std::string (*repair)(std::string_view value, const RuleSettings& settings);
  /// What is wrong with a value that is not empty; its length is looked at elsewhere.
  Cause (*judge)(std::string_view value, const RuleSettings& settings,
                 std::chrono::year_month_day today);
  [[nodiscard]] Verdict check(std::string_view value, const RuleSettings& settings,
                              std::chrono::year_month_day today) const {
    return verdictOf(judge(value, settings, today));
  }
};

/// Null where no rule has this name.
const FieldRule* findRule(std::string_view name);

/// The choice that is the same but for width and case; otherwise the text in half-width.
std::string closestChoice(std::string_view value, std::span<const std::string> choices);

}  // namespace madoguchi::forms
