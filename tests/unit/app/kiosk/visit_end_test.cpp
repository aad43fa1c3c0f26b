#include "app/kiosk/visit_end.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/unit/app/event_loop.h"

namespace madoguchi::test {
namespace {

using app::VisitEnd;
using std::chrono::hours;
using std::chrono::milliseconds;

class VisitEndTest : public ::testing::Test {
 protected:
  VisitEnd::Doing doing() {
    return {.isKeeping =
                [this] {
                  done += 'k';
                  return keeping;
                },
            .isSending =
                [this] {
                  done += 's';
                  return sending;
                },
            .logOut = [this] { done += 'L'; },
            .isLoggingOut = [this] { return loggingOut; },
            .hasCard = [this] { return card; }};
  }

  bool keeping = true;
  bool sending = false;
  bool loggingOut = true;
  bool card = true;
  std::string done;
};

TEST_F(VisitEndTest, WaitsForTheDraftThenForTheLogoutThenForTheCard) {
  VisitEnd end(doing(), {hours(1), hours(1), hours(1), hours(1)});
  end.begin();
  ASSERT_TRUE(eventually([&] { return done.size() > 1; }));
  EXPECT_EQ(end.step(), VisitEnd::Step::keeping);
  keeping = false;
  ASSERT_TRUE(eventually([&] { return end.step() == VisitEnd::Step::loggingOut; }));
  EXPECT_EQ(done.back(), 'L');
  loggingOut = false;
  ASSERT_TRUE(eventually([&] { return end.step() == VisitEnd::Step::takingCard; }));
  card = false;
  EXPECT_TRUE(eventually([&] { return end.step() == VisitEnd::Step::done; }));
  EXPECT_EQ(std::count(done.begin(), done.end(), 'L'), 1);
}

TEST_F(VisitEndTest, WaitsLongerForWhatIsBeingFiled) {
  sending = true;
  VisitEnd end(doing(), {milliseconds(1), hours(1), hours(1), hours(1)});
  end.begin();
  ASSERT_TRUE(eventually([&] { return done.size() > 3; }));
  EXPECT_EQ(end.step(), VisitEnd::Step::keeping);
  sending = false;
  ASSERT_TRUE(eventually([&] { return end.step() == VisitEnd::Step::loggingOut; }));
}

TEST_F(VisitEndTest, WaitsForNothingForEver) {
  sending = true;
  VisitEnd end(doing(), {milliseconds(1), milliseconds(1), milliseconds(1), milliseconds(1)});
  end.begin();
  EXPECT_TRUE(eventually([&] { return end.step() == VisitEnd::Step::done; }));
  EXPECT_NE(done.find('L'), std::string::npos);
}

}  // namespace
}  // namespace madoguchi::test
