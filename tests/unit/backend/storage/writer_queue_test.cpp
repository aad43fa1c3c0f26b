#include "backend/storage/writer_queue.h"

#include <gtest/gtest.h>

#include <latch>
#include <thread>

#include "backend/storage/storage.h"

namespace madoguchi::backend {
namespace {

const std::function<void(Transaction&)> kNothing = [](Transaction&) {};

Deadline inOneMinute() { return deadlineIn(std::chrono::minutes(1)); }

TEST(WriterQueue, OneWritesForThoseThatCameMeanwhile) {
  WriterQueue queue;
  WriterTurn first(kNothing, inOneMinute());
  ASSERT_TRUE(queue.enter(first));
  std::atomic<int> haveToWrite = 0;
  std::vector<std::jthread> threads;
  for (int i = 0; i < 3; ++i) {
    threads.emplace_back([&] {
      WriterTurn turn(kNothing, inOneMinute());
      haveToWrite += queue.enter(turn) ? 1 : 0;
    });
  }
  WriterQueue::Turns turns = {&first};
  while (turns.size() < 4) {
    queue.addOthers(turns);
  }
  queue.leave(turns);
  threads.clear();
  EXPECT_EQ(haveToWrite, 0);
}

TEST(WriterQueue, TheNextOneWritesWhereNobodyDidItForIt) {
  WriterQueue queue;
  WriterTurn first(kNothing, inOneMinute());
  ASSERT_TRUE(queue.enter(first));
  bool hasToWrite = false;
  std::jthread second([&] {
    WriterTurn turn(kNothing, inOneMinute());
    hasToWrite = queue.enter(turn);
    queue.leave({&turn});
  });
  queue.leave({&first});
  second.join();
  EXPECT_TRUE(hasToWrite);
}

TEST(WriterQueue, NobodyWaitsBeyondTheDeadlineUnlessItIsBeingDone) {
  WriterQueue queue;
  WriterTurn first(kNothing, inOneMinute());
  ASSERT_TRUE(queue.enter(first));
  WriterTurn late(kNothing, deadlineIn(std::chrono::milliseconds(1)));
  EXPECT_THROW(queue.enter(late), StorageError);
  WriterQueue::Turns turns = {&first};
  queue.addOthers(turns);
  EXPECT_EQ(turns.size(), 1U);  // the one that went is not written
  queue.leave(turns);
  WriterTurn next(kNothing, inOneMinute());
  EXPECT_TRUE(queue.enter(next)) << "and does not stand in the way";
}

}  // namespace
}  // namespace madoguchi::backend
