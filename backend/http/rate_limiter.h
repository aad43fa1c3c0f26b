#pragma once

#include <chrono>
#include <map>
#include <mutex>

#include "backend/core/ip_address.h"

namespace madoguchi::backend {

/// A bucket of tokens for each subscriber: at most `perMinute` at once, refilled evenly within a
/// minute. Thread-safe.
class RateLimiter {
 public:
  using Clock = std::chrono::steady_clock;

  /// 0 = no limit.
  explicit RateLimiter(int perMinute) : m_perMinute(perMinute) {}

  /// 0 where a request that costs so many tokens may pass; otherwise the seconds (at least 1) after
  /// which to try again. No request costs more than a full bucket.
  int secondsToWait(const IpAddress& subscriber, int tokens, Clock::time_point now = Clock::now());

 private:
  struct Bucket {
    double tokens;
    Clock::time_point filledAt;
  };
  void forgetFull(Clock::time_point now);

  double m_perMinute;
  std::mutex m_mutex;
  std::map<IpAddress, Bucket> m_buckets;
};

}  // namespace madoguchi::backend
