#pragma once

#include <chrono>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace madoguchi::backend {

/// A token bucket for each address: at most `perMinute` at once, refilled evenly within a minute.
/// Thread-safe. IPv6 addresses count by their /64, which is what one subscriber gets.
class RateLimiter {
 public:
  using Clock = std::chrono::steady_clock;

  /// 0 = no limit.
  explicit RateLimiter(int perMinute) : m_perMinute(perMinute) {}

  /// 0 where the request may pass; otherwise the seconds (at least 1) after which to try again.
  int secondsToWait(std::string_view address, Clock::time_point now = Clock::now());

 private:
  struct Bucket {
    double tokens;
    Clock::time_point filledAt;
  };
  void forgetFull(Clock::time_point now);

  double m_perMinute;
  std::mutex m_mutex;
  std::unordered_map<std::string, Bucket> m_buckets;
};

/// What an address is counted by: itself, or the first 64 bits of an IPv6 address.
std::string rateLimitKey(std::string_view address);

}  // namespace madoguchi::backend
