#pragma once

#include <string>

#include "backend/core/encoding.h"

namespace madoguchi::backend {

/// What an application is called from the first moment: P20261126-48213907. Of eight random digits
/// a day: one that is taken is made anew when it is begun again.
std::string makeProvisionalNumber(Seconds now);

/// The official number, the `serial`-th of a day in Japan: 20261127-000001.
std::string officialNumber(std::chrono::sys_days day, long long serial);

/// The first second of the day that it is in Japan.
Seconds startOfDayInJapan(Seconds now);

}  // namespace madoguchi::backend
