#include "app/core/asker.h"

#include <gtest/gtest.h>

#include <QThread>
#include <atomic>
#include <thread>
#include <vector>

#include "tests/unit/app/event_loop.h"

namespace madoguchi::test {
namespace {

using app::Asker;
using app::Pending;

void hearAll() { QCoreApplication::processEvents(); }

TEST(PendingTest, CallsOffOnceWhereverItEnds) {
  int calledOff = 0;
  {
    Pending first([&] { ++calledOff; });
    Pending second = std::move(first);
    EXPECT_FALSE(first);  // NOLINT(bugprone-use-after-move)
    EXPECT_TRUE(second);
    EXPECT_EQ(calledOff, 0);
    second = Pending();
    EXPECT_EQ(calledOff, 1);
  }
  EXPECT_EQ(calledOff, 1);
}

TEST(PendingTest, CanAskAnewInTheMiddleOfCallingOff) {
  Pending pending;
  pending = Pending([&] { pending = Pending([] {}); });
  pending.drop();
  EXPECT_TRUE(pending);
}

TEST(AskerTest, HearsTheAnswerInItsOwnThread) {
  auto asked = Asker::ask();
  const QThread* heardIn = nullptr;
  std::thread([&, asker = asked.asker] {
    asker.answer([&] { heardIn = QThread::currentThread(); });
  }).join();
  EXPECT_EQ(heardIn, nullptr);
  hearAll();
  EXPECT_EQ(heardIn, QThread::currentThread());
}

TEST(AskerTest, HearsOneAnswerAndWhatWasToldBeforeIt) {
  auto asked = Asker::ask();
  std::vector<int> heard;
  asked.asker.tell([&] { heard.push_back(1); });
  asked.asker.tell([&] { heard.push_back(2); });
  EXPECT_TRUE(asked.asker.waits());
  asked.asker.answer([&] { heard.push_back(3); });
  EXPECT_FALSE(asked.asker.waits());
  asked.asker.answer([&] { heard.push_back(4); });
  asked.asker.tell([&] { heard.push_back(5); });
  hearAll();
  EXPECT_EQ(heard, (std::vector{1, 2, 3}));
}

TEST(AskerTest, HearsNothingOnceItNoLongerWaits) {
  int calledOff = 0;
  int heard = 0;
  auto asked = Asker::ask([&] { ++calledOff; });
  asked.asker.tell([&] { ++heard; });
  asked.pending.drop();
  EXPECT_EQ(calledOff, 1);
  EXPECT_FALSE(asked.asker.waits());
  asked.asker.answer([&] { ++heard; });
  hearAll();
  EXPECT_EQ(heard, 0);
}

TEST(AskerTest, HasNothingToCallOffOnceThereIsAnAnswer) {
  int calledOff = 0;
  int heard = 0;
  auto asked = Asker::ask([&] { ++calledOff; });
  asked.asker.answer([&] { ++heard; });
  asked.pending.drop();  // before it was heard
  hearAll();
  EXPECT_EQ(calledOff, 0);
  EXPECT_EQ(heard, 0);
}

TEST(AskerTest, CanAskAgainWhileItHears) {
  std::vector<int> heard;
  auto asked = Asker::ask();
  Pending pending = std::move(asked.pending);
  asked.asker.answer([&] {
    heard.push_back(1);
    auto again = Asker::ask();
    pending = std::move(again.pending);
    again.asker.answer([&heard] { heard.push_back(2); });
  });
  EXPECT_TRUE(eventually([&] { return heard.size() == 2; }));
}

TEST(AskerTest, IsNeverHeardAfterwardsHoweverTheThreadsMeet) {
  std::atomic<bool> end = false;
  std::atomic<std::shared_ptr<Asker>> current;
  std::thread answering([&] {
    while (!end) {
      if (const auto asker = current.load()) {
        asker->tell([] {});
        asker->answer([] {});
      }
    }
  });
  for (int i = 0; i < 2000; ++i) {
    bool gone = false;
    auto asked = Asker::ask();
    auto answered = std::make_shared<Asker>(asked.asker);
    answered->tell([&] { EXPECT_FALSE(gone); });
    current = answered;
    if (i % 3 == 0) {
      hearAll();
    }
    asked.pending.drop();
    gone = true;
    hearAll();
  }
  end = true;
  answering.join();
}

}  // namespace
}  // namespace madoguchi::test
