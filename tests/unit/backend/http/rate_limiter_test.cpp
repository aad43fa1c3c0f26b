#include "backend/http/rate_limiter.h"

#include <gtest/gtest.h>

namespace madoguchi::backend {
namespace {

using std::chrono::seconds;

const RateLimiter::Clock::time_point kStart{};
const IpAddress kClient = *parseIpAddress("192.0.2.1");
const IpAddress kOtherClient = *parseIpAddress("192.0.2.2");

TEST(RateLimiter, GivesEachSubscriberTheSameAndSaysWhenThereIsMore) {
  RateLimiter limiter(60);
  for (int i = 0; i < 60; ++i) {
    ASSERT_EQ(limiter.secondsToWait(kClient, 1, kStart), 0) << i;
  }
  EXPECT_EQ(limiter.secondsToWait(kClient, 1, kStart), 1);
  EXPECT_EQ(limiter.secondsToWait(kOtherClient, 1, kStart), 0);
  EXPECT_EQ(limiter.secondsToWait(kClient, 1, kStart + seconds(1)), 0);
  EXPECT_EQ(limiter.secondsToWait(kClient, 1, kStart + seconds(1)), 1);
}

TEST(RateLimiter, CountsDearRequestsByTheirPrice) {
  RateLimiter limiter(60);
  EXPECT_EQ(limiter.secondsToWait(kClient, 50, kStart), 0);
  EXPECT_EQ(limiter.secondsToWait(kClient, 0, kStart), 0);
  EXPECT_EQ(limiter.secondsToWait(kClient, 20, kStart), 10);
  EXPECT_EQ(limiter.secondsToWait(kClient, 20, kStart + seconds(10)), 0);
}

TEST(RateLimiter, NeverAsksForMoreThanAFullBucket) {
  RateLimiter limiter(3);
  EXPECT_EQ(limiter.secondsToWait(kClient, 10, kStart), 0);
  EXPECT_EQ(limiter.secondsToWait(kClient, 10, kStart), 60);
  EXPECT_EQ(limiter.secondsToWait(kClient, 10, kStart + seconds(60)), 0);
}

TEST(RateLimiter, WithZeroLimitsNobody) {
  RateLimiter limiter(0);
  for (int i = 0; i < 1000; ++i) {
    ASSERT_EQ(limiter.secondsToWait(kClient, 10, kStart), 0);
  }
}

}  // namespace
}  // namespace madoguchi::backend
