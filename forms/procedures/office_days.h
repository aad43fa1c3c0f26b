#pragma once

#include <chrono>

#include "forms/procedures/procedure_facts.h"

namespace madoguchi::forms {

/// Whether the offices of the state are closed on a day: Saturdays, Sundays, national holidays and
/// from 29 December to 3 January (Act on Holidays of Administrative Organs, article 1). The
/// holidays are those of the Act on National Holidays as it stands since 2022; the equinoxes, which
/// are announced each February, are reckoned and hold until 2099. Where a law has it otherwise for
/// some days, as in 2019 to 2021, a row says so.
bool isOfficeClosed(const ProcedureFacts& facts, std::chrono::year_month_day day);

/// That day where the offices are open, or else the next on which they are: what is to be done by a
/// day on which they are closed can be done then (article 2 of the same).
std::chrono::year_month_day officeDayFrom(const ProcedureFacts& facts,
                                          std::chrono::year_month_day day);

}  // namespace madoguchi::forms
