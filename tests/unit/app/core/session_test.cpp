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
using std::chrono::milliseconds;
using std::chrono::minutes;

class SessionTest : public ::testing::Test {
 protected:
  SessionTest() {
    QObject::connect(&session, &Session::ended, [this](auto why) { ends.push_back(why); });
  }

  IdleClock::Time now{std::chrono::hours(1)};
  IdleClock idle{[this] { return now; }};
  Session session{idle, {.lifetime = minutes(0), .warning = minutes(0)}};
  std::vector<Session::Ended> ends;
};

TEST_F(SessionTest, IsOpenUntilItIsClosed) {
  EXPECT_FALSE(session.isOpen());
  session.close(Session::Ended::loggedOut);  // nothing is open
  session.open(secret("t0ken"), {.userName = "MARIA"});
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
  session.open(secret("first"), {.userName = "FIRST"});
  session.open(secret("second"), {.userName = "SECOND"});
  EXPECT_EQ(session.welcome().userName, "SECOND");
  ASSERT_TRUE(eventually([&] { return !session.isOpen(); }));
  QCoreApplication::processEvents();
  EXPECT_EQ(ends.size(), 1U);
}

TEST_F(SessionTest, SaysWhyItEndedWhileItsTokenIsStillThere) {
  std::size_t length = 0;
  QObject::connect(&session, &Session::ending, [&](auto) { length = session.token().size(); });
  session.open(secret("t0ken"), {});
  session.close(Session::Ended::elsewhere);
  EXPECT_EQ(length, 5U);
  EXPECT_EQ(session.lastEnd(), Session::Ended::elsewhere);
  EXPECT_EQ(session.number(), 1);
  session.open(secret("t0ken"), {});
  EXPECT_EQ(session.number(), 2);
}

/// With times that a test can wait for, and a clock that it moves.
class SessionTimesTest : public ::testing::Test {
 protected:
  SessionTimesTest() {
    QObject::connect(&session, &Session::inUse, [this] { ++uses; });
    session.open(secret("t0ken"), {});
  }
  void act() { idle.noteActivity(); }

  static constexpr Session::Times kTimes = {
      .lifetime = milliseconds(40), .warning = milliseconds(10), .told = milliseconds(5)};
  IdleClock::Time now{std::chrono::hours(1)};
  IdleClock idle{[this] { return now; }};
  Session session{idle, kTimes};
  int uses = 0;
};

TEST_F(SessionTimesTest, WarnsEachTimeBeforeItEndsAndAnyActivityKeepsIt) {
  for (int i = 0; i < 3; ++i) {
    now += kTimes.lifetime - kTimes.warning;
    ASSERT_TRUE(eventually([&] { return session.endsSoon(); })) << i;
    act();
    EXPECT_FALSE(session.endsSoon());
    EXPECT_TRUE(session.isOpen());
  }
  now += kTimes.lifetime;
  ASSERT_TRUE(eventually([&] { return !session.isOpen(); }));
  EXPECT_FALSE(session.endsSoon());
}

TEST_F(SessionTimesTest, TellsThatItIsInUseOncePerStretchAndOnlyThen) {
  act();  // the login itself has told it
  EXPECT_EQ(uses, 0);
  ASSERT_TRUE(eventually([&] {
    act();
    return uses == 1;
  }));
  act();
  EXPECT_EQ(uses, 1);
  session.close(Session::Ended::loggedOut);
  act();
  EXPECT_EQ(uses, 1);
}

}  // namespace
}  // namespace madoguchi::test
