#pragma once

#include "backend/core/encoding.h"

// Times as the tables have them: seconds since 1970, UTC.

namespace madoguchi::backend {

inline long long toColumn(Seconds time) { return time.time_since_epoch().count(); }

inline Seconds fromColumn(long long seconds) { return Seconds(std::chrono::seconds(seconds)); }

}  // namespace madoguchi::backend
