#include "app/core/session.h"

#include <gtest/gtest.h>

#include <vector>

#include "app/core/idle_clock.h"
#include "tests/support/secret.h"
#include "tests/unit/app/event_loop.h"

namespace madoguchi::test {
namespace {

using app::IdleClock;
using app::Session;
using std::chrono::minutes;

class SessionTest : public ::testing::Test {
 protected:
  SessionTest() {
    QObject::connect(&session, &Session::ended, [this](auto why) { ends.push_back(why); });
  }

  IdleClock::Time now{std::chrono::hours(1)};
  IdleClock idle{[this] { return now; }};
  Session session{idle, minutes(0)};
  std::vector<Session::Ended> ends;
};

TEST_F(SessionTest, IsOpenUntilItIsClosed) {
  EXPECT_FALSE(session.isOpen());
  session.close(Session::Ended::loggedOut);  // nothing is open
  session.open(secret("t0ken"), {.userName = "MARIA", .lastLogin = {}});
  EXPECT_TRUE(session.isOpen());
  EXPECT_EQ(session.welcome().userName, "MARIA");
  EXPECT_EQ(session.token().size(), 5U);
  session.close(Session::Ended::loggedOut);
  session.close(Session::Ended::refused);
  EXPECT_FALSE(session.isOpen());
  EXPECT_EQ(ends, std::vector{Session::Ended::loggedOut});
}

TEST_F(SessionTest, EndsWhenNobodyHasDoneAnythingForItsLifetime) {
  session.open(secret("t0ken"), {});
  ASSERT_TRUE(eventually([&] { return !session.isOpen(); }));
  EXPECT_EQ(ends, std::vector{Session::Ended::idle});
}

TEST_F(SessionTest, EndsOnceAlthoughAnotherTookItsPlace) {
  session.open(secret("first"), {.userName = "FIRST", .lastLogin = {}});
  session.open(secret("second"), {.userName = "SECOND", .lastLogin = {}});
  EXPECT_EQ(session.welcome().userName, "SECOND");
  ASSERT_TRUE(eventually([&] { return !session.isOpen(); }));
  QCoreApplication::processEvents();
  EXPECT_EQ(ends.size(), 1U);
}

}  // namespace
}  // namespace madoguchi::test
