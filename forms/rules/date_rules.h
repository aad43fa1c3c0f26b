#pragma once

#include "forms/rules/field_rules.h"

// The rules for dates. Private to forms.

namespace madoguchi::forms {

/// 1990-4-1, 1990/4/1, 1990.4.1, 1990年4月1日, 平成2年4月1日, H2.4.1, 19900401, and what inDigits()
/// reads, become 1990-04-01; where parts may be left open, 1990年4月 and 19900400 become 1990-04,
/// 1990年 and 19900000 become 1990, 不明, 不詳 and 99999999 become unknown. A part that is only
/// left empty ("1990-04-") stays so: nobody said that it is unknown.
std::string repairDate(std::string_view value, const RuleSettings& settings);

/// A real date, in a year that can be meant.
Cause judgeDate(std::string_view value, const RuleSettings& settings,
                std::chrono::year_month_day today);
/// One that can be today or before. Everything that is written as a date but cannot be one of birth
/// is unreal: the Agency's table has one message for it, and the remedy is the same.
Cause judgePastDate(std::string_view value, const RuleSettings& settings,
                    std::chrono::year_month_day today);
/// One that can be today or after.
Cause judgeFutureDate(std::string_view value, const RuleSettings& settings,
                      std::chrono::year_month_day today);

}  // namespace madoguchi::forms
