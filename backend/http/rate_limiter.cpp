#include "backend/http/rate_limiter.h"

#include <algorithm>
#include <cmath>

namespace madoguchi::backend {
namespace {

// Buckets that are full again say nothing; they are dropped when so many have gathered (about 10
// MB).
constexpr std::size_t kManyBuckets = 100'000;

}  // namespace

int RateLimiter::secondsToWait(const IpAddress& subscriber, int tokens, Clock::time_point now) {
  if (m_perMinute <= 0) {
    return 0;
  }
  const double perSecond = m_perMinute / 60;
  const double price = std::min<double>(tokens, m_perMinute);
  const std::lock_guard lock(m_mutex);
  if (m_buckets.size() >= kManyBuckets) {
    forgetFull(now);
  }
  Bucket& bucket = m_buckets.try_emplace(subscriber, Bucket{m_perMinute, now}).first->second;
  const double elapsed = std::chrono::duration<double>(now - bucket.filledAt).count();
  bucket.tokens = std::min(m_perMinute, bucket.tokens + elapsed * perSecond);
  bucket.filledAt = now;
  if (bucket.tokens >= price) {
    bucket.tokens -= price;
    return 0;
  }
  return std::max(1, static_cast<int>(std::ceil((price - bucket.tokens) / perSecond)));
}

void RateLimiter::forgetFull(Clock::time_point now) {
  std::erase_if(m_buckets, [&](const auto& entry) {
    return now - entry.second.filledAt >= std::chrono::minutes(1);
  });
}

}  // namespace madoguchi::backend
