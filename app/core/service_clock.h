#pragma once

#include <chrono>

namespace madoguchi::app {

/// The time now, by the service's clock once an answer has said it: what can be done on which day
/// is decided by that one, and a computer's own may have the wrong date. Before that, and where
/// they differ by no more than a minute, the computer's. Thread-safe.
std::chrono::sys_seconds serviceTime();

/// An answer has just come that says what time it is at the service. Thread-safe.
void hearServiceTime(std::chrono::sys_seconds time);

}  // namespace madoguchi::app
