#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "forms/engine/answers.h"
#include "forms/procedures/procedure_facts.h"

namespace madoguchi::forms {

/// The special period (Immigration Control Act, articles 20 (6) and 21 (4)): who has filed in time
/// may stay until the decision, but no longer than `until`.
struct PendingStay {
  const Texts* text = nullptr;  ///< with %1 for the last day of the period of stay, %2 for `until`
  std::chrono::year_month_day stayExpiry;
  /// Two months after, on the same day of the month or the last that it has: the law may count some
  /// days more (Civil Code, articles 140 and 143), never fewer.
  std::chrono::year_month_day until;
};

/// By the rule on the day of filing. std::nullopt where there is none, and for whoever was given no
/// more than 30 days or has not said how long.
std::optional<PendingStay> pendingStay(const ProcedureFacts& facts, std::string_view procedure,
                                       const Answers& answers, std::chrono::year_month_day filedOn);

}  // namespace madoguchi::forms
