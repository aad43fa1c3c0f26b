#pragma once

#include <algorithm>
#include <chrono>

namespace madoguchi::backend {

/// When nobody waits for the answer any more: what has not been done by then is given up.
using Deadline = std::chrono::steady_clock::time_point;

inline Deadline deadlineIn(std::chrono::milliseconds time) {
  return std::chrono::steady_clock::now() + time;
}

/// Zero where it has passed.
inline std::chrono::milliseconds timeLeft(Deadline deadline) {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
      deadline - std::chrono::steady_clock::now());
  return std::max(left, std::chrono::milliseconds::zero());
}

}  // namespace madoguchi::backend
