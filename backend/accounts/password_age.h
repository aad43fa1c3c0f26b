#pragma once

#include "backend/core/encoding.h"

namespace madoguchi::backend {

/// The last day, in Japan, on which a password that was set then is good: the year begins on the
/// day after, and ends on the day before that one comes again, or on the last of its month where
/// that year has no such day (Civil Code, articles 140 and 143).
std::chrono::year_month_day lastDayOfPassword(Seconds setAt);

/// The midnight in Japan that ends that day.
Seconds endOfPassword(Seconds setAt);

/// The first moment at which a password that was set then ends later than `time`; all that were set
/// before have ended by `time`, as it goes by the day.
Seconds firstSetThatEndsAfter(Seconds time);

}  // namespace madoguchi::backend
