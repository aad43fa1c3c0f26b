#include "app/core/service_clock.h"

#include <gtest/gtest.h>

namespace madoguchi::app {
namespace {

using namespace std::chrono;

sys_seconds own() { return floor<seconds>(system_clock::now()); }

/// Whether it is told between two looks at this computer's clock, so far ahead.
bool isAheadBy(seconds difference) {
  const sys_seconds before = own() + difference;
  const sys_seconds told = serviceTime();
  return before <= told && told <= own() + difference;
}

class ServiceClock : public testing::Test {
 protected:
  void TearDown() override { hearServiceTime(own()); }
};

TEST_F(ServiceClock, IsThisComputersUntilTheServiceHasSaidItsOwn) {
  EXPECT_TRUE(isAheadBy(seconds(0)));
  for (const seconds wrong : {seconds(days(-3)), seconds(hours(9)), seconds(days(3650))}) {
    // Its clock goes on between hearing and looking; a minute is more than that takes.
    const sys_seconds heard = own() + wrong;
    hearServiceTime(heard);
    EXPECT_GE(serviceTime(), heard);
    EXPECT_LT(serviceTime(), heard + minutes(1));
  }
  hearServiceTime(own());
  EXPECT_TRUE(isAheadBy(seconds(0))) << "put right";
}

TEST_F(ServiceClock, LeavesWhatAnAnswerTakes) {
  for (const seconds late : {seconds(-59), seconds(2), seconds(58)}) {
    hearServiceTime(own() + late);
    EXPECT_TRUE(isAheadBy(seconds(0))) << late.count();
  }
}

}  // namespace
}  // namespace madoguchi::app
