#pragma once

#include <ctime>

namespace madoguchi::test {

/// What this thread has cost of a processor, in seconds: for ratios that hold whatever else the
/// machine does meanwhile.
inline double threadSeconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

}  // namespace madoguchi::test
