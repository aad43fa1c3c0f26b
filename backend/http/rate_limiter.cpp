#include "backend/http/rate_limiter.h"

#include <arpa/inet.h>

#include <algorithm>
#include <cmath>

#include "backend/core/encoding.h"

namespace madoguchi::backend {
namespace {

// Buckets that are full again say nothing; they are dropped when so many have gathered (about 10
// MB).
constexpr std::size_t kManyBuckets = 100'000;

}  // namespace

std::string rateLimitKey(std::string_view address) {
  in6_addr parsed{};
  if (inet_pton(AF_INET6, std::string(address).c_str(), &parsed) != 1 ||
      IN6_IS_ADDR_V4MAPPED(&parsed)) {
    return std::string(address);
  }
  constexpr std::size_t kPrefixBytes = 8;
  return toHex({static_cast<const std::uint8_t*>(parsed.s6_addr), kPrefixBytes});
}

int RateLimiter::secondsToWait(std::string_view address, Clock::time_point now) {
  if (m_perMinute <= 0) {
    return 0;
  }
  const std::string key = rateLimitKey(address);
  const double perSecond = m_perMinute / 60;
  const std::lock_guard lock(m_mutex);
  if (m_buckets.size() >= kManyBuckets) {
    forgetFull(now);
  }
  Bucket& bucket = m_buckets.try_emplace(key, Bucket{m_perMinute, now}).first->second;
  const double elapsed = std::chrono::duration<double>(now - bucket.filledAt).count();
  bucket.tokens = std::min(m_perMinute, bucket.tokens + elapsed * perSecond);
  bucket.filledAt = now;
  if (bucket.tokens >= 1) {
    bucket.tokens -= 1;
    return 0;
  }
  return std::max(1, static_cast<int>(std::ceil((1 - bucket.tokens) / perSecond)));
}

void RateLimiter::forgetFull(Clock::time_point now) {
  std::erase_if(m_buckets, [&](const auto& entry) {
    return now - entry.second.filledAt >= std::chrono::minutes(1);
  });
}

}  // namespace madoguchi::backend
