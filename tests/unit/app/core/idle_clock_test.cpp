#include "app/core/idle_clock.h"

#include <gtest/gtest.h>

#include <vector>

#include "tests/unit/app/event_loop.h"

namespace madoguchi::test {
namespace {

using app::IdleClock;
using app::Pending;
using std::chrono::milliseconds;

/// How often a timer of this program has fired.
class TimerCount : public QObject {
 public:
  TimerCount() { QCoreApplication::instance()->installEventFilter(this); }
  int fired = 0;

 protected:
  bool eventFilter(QObject* /*watched*/, QEvent* event) override {
    fired += event->type() == QEvent::Timer ? 1 : 0;
    return false;
  }
};

/// A clock whose time the test makes; its timer is the real one.
class IdleClockTest : public ::testing::Test {
 protected:
  void pass(milliseconds time) { now += time; }
  /// Lets timers fire that are due within so long.
  static void waitFor(milliseconds time) {
    const QDeadlineTimer end(time);
    while (!end.hasExpired()) {
      QCoreApplication::processEvents(QEventLoop::AllEvents);
    }
  }

  IdleClock::Time now{std::chrono::hours(1)};
  IdleClock clock{[this] { return now; }};
  std::vector<int> acted;
  Pending returning;
};

TEST_F(IdleClockTest, ActsOnceWhenNobodyDoesAnything) {
  const Pending wait = clock.after(milliseconds(1), [&] { acted.push_back(1); });
  pass(milliseconds(1));
  ASSERT_TRUE(eventually([&] { return !acted.empty(); }));
  pass(milliseconds(100));
  waitFor(milliseconds(20));
  EXPECT_EQ(acted.size(), 1U);
}

TEST_F(IdleClockTest, ActivityPutsItOff) {
  const Pending wait = clock.after(milliseconds(10), [&] { acted.push_back(1); });
  for (int i = 0; i < 5; ++i) {
    pass(milliseconds(9));
    clock.noteActivity();
    waitFor(milliseconds(12));
    EXPECT_TRUE(acted.empty());
  }
  pass(milliseconds(10));
  EXPECT_TRUE(eventually([&] { return !acted.empty(); }));
}

TEST_F(IdleClockTest, CountsFromTheQuestionOn) {
  pass(milliseconds(1000));  // since the last activity
  const Pending wait = clock.after(milliseconds(10), [&] { acted.push_back(1); });
  waitFor(milliseconds(20));
  EXPECT_TRUE(acted.empty());
}

TEST_F(IdleClockTest, EachWaitHasItsOwnTime) {
  const Pending later = clock.after(milliseconds(20), [&] { acted.push_back(20); });
  const Pending sooner = clock.after(milliseconds(5), [&] { acted.push_back(5); });
  pass(milliseconds(5));
  ASSERT_TRUE(eventually([&] { return acted.size() == 1; }));
  pass(milliseconds(15));
  ASSERT_TRUE(eventually([&] { return acted.size() == 2; }));
  EXPECT_EQ(acted, (std::vector{5, 20}));
}

TEST_F(IdleClockTest, OneThatActsMayCallOffTheNextAndAskAgain) {
  Pending second;
  const Pending first = clock.after(milliseconds(1), [&] {
    acted.push_back(1);
    second = clock.after(milliseconds(1), [&] { acted.push_back(3); });
  });
  second = clock.after(milliseconds(1), [&] { acted.push_back(2); });
  pass(milliseconds(1));
  ASSERT_TRUE(eventually([&] { return !acted.empty(); }));
  pass(milliseconds(1));
  ASSERT_TRUE(eventually([&] { return acted.size() == 2; }));
  EXPECT_EQ(acted, (std::vector{1, 3}));
}

TEST_F(IdleClockTest, WhoComesBackAfterASleepComesTooLate) {
  const Pending wait = clock.after(std::chrono::hours(1), [&] { acted.push_back(1); });
  returning = clock.atNextActivity([&] { acted.push_back(2); });
  pass(std::chrono::hours(8));  // while the timer stood still
  clock.noteActivity();
  EXPECT_TRUE(acted.empty()) << "not in the midst of an event";
  ASSERT_TRUE(eventually([&] { return !acted.empty(); }));
  EXPECT_EQ(acted, std::vector{1});
  clock.noteActivity();
  EXPECT_EQ(acted, (std::vector{1, 2}));
}

TEST_F(IdleClockTest, ASleepIsNoticedWithoutAnybodysDoing) {
  IdleClock looking([this] { return now; }, milliseconds(5));
  const Pending wait = looking.after(std::chrono::hours(1), [&] { acted.push_back(1); });
  waitFor(milliseconds(20));
  EXPECT_TRUE(acted.empty());
  pass(std::chrono::hours(1));
  EXPECT_TRUE(eventually([&] { return !acted.empty(); }));
}

TEST_F(IdleClockTest, NoTimerRunsWhileNobodyWaits) {
  TimerCount timers;
  clock.noteActivity();
  clock.after(milliseconds(1), [&] { acted.push_back(1); }).drop();
  clock.noteActivity();
  waitFor(milliseconds(30));
  EXPECT_EQ(timers.fired, 0);
  EXPECT_TRUE(acted.empty());
}

TEST_F(IdleClockTest, ActivityStartsNoTimerAnew) {
  TimerCount timers;
  const Pending wait = clock.after(milliseconds(20), [&] { acted.push_back(1); });
  for (int i = 0; i < 1000; ++i) {
    clock.noteActivity();
  }
  pass(milliseconds(20));
  // Without a timer of the test's own, which would count.
  for (const QDeadlineTimer end(std::chrono::seconds(60)); acted.empty() && !end.hasExpired();) {
    QCoreApplication::processEvents(QEventLoop::AllEvents);
  }
  ASSERT_FALSE(acted.empty());
  EXPECT_LE(timers.fired, 2);
}

TEST_F(IdleClockTest, ActsOnceWhenSomebodyReturns) {
  Pending first = clock.atNextActivity([&] {
    acted.push_back(1);
    // What is asked now waits for the next one.
    returning = clock.atNextActivity([&] { acted.push_back(2); });
  });
  Pending calledOff = clock.atNextActivity([&] { acted.push_back(3); });
  calledOff.drop();
  clock.noteActivity();
  EXPECT_EQ(acted, std::vector{1});
  clock.noteActivity();
  clock.noteActivity();
  EXPECT_EQ(acted, (std::vector{1, 2}));
}

}  // namespace
}  // namespace madoguchi::test
