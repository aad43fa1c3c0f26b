#include "app/rooms/application/transfer_rate.h"

#include <gtest/gtest.h>

namespace madoguchi::app {
namespace {

using namespace std::chrono_literals;

TEST(TransferRate, IsThatOfTheLastSeconds) {
  TransferRate rate;
  const TransferRate::Time start{};
  EXPECT_EQ(rate.bytesPerSecond(), std::nullopt);
  rate.note(start, 0);
  rate.note(start + 500ms, 1000);
  EXPECT_EQ(rate.bytesPerSecond(), std::nullopt) << "not known yet";
  rate.note(start + 2s, 4000);
  EXPECT_DOUBLE_EQ(rate.bytesPerSecond().value(), 2000);
  for (unsigned second = 3; second < 30; ++second) {
    rate.note(start + std::chrono::seconds(second), 4000 + 100 * (second - 2));
  }
  EXPECT_NEAR(rate.bytesPerSecond().value(), 100, 1);
  rate.begin();
  rate.note(start + 40s, 7000);
  rate.note(start + 50s, 7000);
  EXPECT_EQ(rate.bytesPerSecond(), std::nullopt) << "nothing arrives";
}

}  // namespace
}  // namespace madoguchi::app
