#include "forms/procedures/pending_stay.h"

#include "forms/procedures/filing_window.h"
#include "forms/rules/partial_date.h"

namespace madoguchi::forms {

std::optional<PendingStay> pendingStay(const ProcedureFacts& facts, std::string_view procedure,
                                       const Answers& answers,
                                       std::chrono::year_month_day filedOn) {
  // Two digits of years, two of months, three of days (resources/forms/lists/period.json).
  constexpr std::string_view kThirtyDays = "0000030";
  const PeriodRow* row = rowOn(facts.periods, filedOn, [&](const PeriodRow& candidate) {
    return candidate.procedure == procedure;
  });
  const std::string& period = valueAt(answers, topField("currentPeriod"));
  if (row == nullptr || !row->whilePending || period.empty() || period <= kThirtyDays) {
    return std::nullopt;
  }
  const auto expiry = parseDate(valueAt(answers, topField(row->whilePending->of)));
  return expiry ? std::optional(PendingStay{.text = textOf(facts, row->pending),
                                            .stayExpiry = *expiry,
                                            .until = reckoned(*row->whilePending, *expiry)})
                : std::nullopt;
}

}  // namespace madoguchi::forms
