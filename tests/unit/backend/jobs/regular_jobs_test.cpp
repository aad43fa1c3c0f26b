#include "backend/jobs/regular_jobs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <latch>
#include <sstream>

#include "backend/core/structured_log.h"
#include "backend/jobs/job_store.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test_database.h"

namespace madoguchi::backend {
namespace {

TEST(RegularJobs, AreDoneAgainAndAgainWhateverFails) {
  const test::TestDatabase database;
  Storage storage = database.storage();
  const test::TemporaryFolder folder;
  const auto path = folder.path() / "log";
  StructuredLog log(path.string());
  std::latch thrice(3);
  std::atomic<int> done = 0;
  std::atomic<int> worked = 0;
  {
    const RegularJobs jobs(
        storage, log,
        {{"broken",
          [](Transaction&, Seconds) -> int { throw std::runtime_error("somebody's name"); }},
         {"good",
          [&](Transaction&, Seconds) {
            if (done++ < 3) {
              thrice.count_down();
            }
            return 7;
          }}},
        [&] { ++worked; }, std::chrono::milliseconds(1));
    thrice.wait();
  }
  const int atEnd = done;
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  EXPECT_GE(atEnd, 3);
  EXPECT_EQ(worked, atEnd) << "not for one that failed";
  EXPECT_THAT(text.str(), testing::HasSubstr(R"("count":7,"job":"good")"));
  EXPECT_THAT(text.str(), testing::HasSubstr(R"("event":"jobFailed")"));
  EXPECT_THAT(text.str(), testing::Not(testing::HasSubstr("somebody")));
}

TEST(RegularJobs, AreDoneInBatchesAndByOneProcessInAPause) {
  const test::TestDatabase database;
  Storage storage = database.storage();
  const test::TemporaryFolder folder;
  StructuredLog log((folder.path() / "log").string());
  std::latch counted(2);  // the last batch, and the job after it in the second process
  std::atomic<int> batches = 0;
  std::atomic<int> second = 0;
  const auto count = [&](std::atomic<int>& times) {
    return RegularJob{.name = "counts",
                      .work =
                          [&](Transaction&, Seconds) {
                            const int left = 3 - ++times;
                            if (left == 0) {
                              counted.count_down();
                            }
                            return left > 0 ? 10 : 4;
                          },
                      .batch = 10};
  };
  {
    const RegularJobs first(storage, log, {count(batches)}, [] {});
    // Once the first has taken the job, which it has when it does it.
    while (batches == 0) {
      std::this_thread::yield();
    }
    const RegularJobs other(storage, log,
                            {count(second),
                             {.name = "last",
                              .work =
                                  [&](Transaction&, Seconds) {
                                    counted.count_down();
                                    return 0;
                                  }}},
                            [] {});
    counted.wait();
  }
  EXPECT_EQ(batches, 3);
  EXPECT_EQ(second, 0);
}

TEST(JobStore, AJobIsDueAgainAfterItsPauseOrWhenTheClockWasSet) {
  const test::TestDatabase database;
  Storage storage = database.storage();
  constexpr Seconds kTime{std::chrono::seconds(1'795'000'000)};
  constexpr std::chrono::seconds kPause{60};
  const auto take = [&](Seconds time) {
    return storage.write(deadlineIn(std::chrono::minutes(1)), [&](Transaction& transaction) {
      return turnOfJob(transaction, "job", time, kPause, false);
    });
  };
  EXPECT_EQ(take(kTime), JobTurn::take);
  EXPECT_EQ(take(kTime + kPause - std::chrono::seconds(1)), JobTurn::leave);
  EXPECT_EQ(take(kTime + kPause), JobTurn::take);
  EXPECT_EQ(take(kTime - kPause), JobTurn::take) << "it was ahead until now";
  EXPECT_EQ(take(kTime + std::chrono::days(400)), JobTurn::take);
}

TEST(JobStore, AJobThatGoesByTheClockWaitsUntilThatIsBelieved) {
  const test::TestDatabase database;
  Storage storage = database.storage();
  constexpr Seconds kTime{std::chrono::seconds(1'795'000'000)};
  constexpr std::chrono::seconds kPause{3600};
  const auto take = [&](Seconds time) {
    return storage.write(deadlineIn(std::chrono::minutes(1)), [&](Transaction& transaction) {
      return turnOfJob(transaction, "job", time, kPause, true);
    });
  };
  EXPECT_EQ(take(kTime), JobTurn::take);
  EXPECT_EQ(take(kTime + kPause), JobTurn::take);
  EXPECT_EQ(take(kTime + kPause + std::chrono::hours(23)), JobTurn::take) << "a night";
  for (const auto ahead : {std::chrono::days(3), std::chrono::days(400)}) {
    const Seconds wrong = kTime + ahead;
    EXPECT_EQ(take(wrong), JobTurn::postpone);
    EXPECT_EQ(take(wrong + kPause), JobTurn::leave);
    EXPECT_EQ(take(kTime + 3 * kPause), JobTurn::take) << "the clock was set right";
  }
  const Seconds later = kTime + std::chrono::days(7);  // the service stood still
  EXPECT_EQ(take(later), JobTurn::postpone);
  EXPECT_EQ(take(later + kUntilClockIsBelieved - kPause), JobTurn::leave);
  EXPECT_EQ(take(later + kUntilClockIsBelieved), JobTurn::take);
  EXPECT_EQ(take(later + kUntilClockIsBelieved + kPause), JobTurn::take);
}

// A clock that is ahead for a while takes nothing from anybody.
TEST(RegularJobs, AreNotDoneByAClockThatIsFarAhead) {
  const test::TestDatabase database;
  Storage storage = database.storage();
  const test::TemporaryFolder folder;
  const auto path = folder.path() / "log";
  StructuredLog log(path.string());
  std::latch done(1);
  std::atomic<int> forgotten = 0;
  database.execute("INSERT INTO jobs (name, due_at) VALUES ('forget', 1), ('number', 1);\n");
  {
    const RegularJobs jobs(storage, log,
                           {{.name = "forget",
                             .work = [&](Transaction&, Seconds) { return ++forgotten; },
                             .goesByClock = true},
                            {.name = "number",
                             .work =
                                 [&](Transaction&, Seconds) {
                                   done.count_down();
                                   return 0;
                                 }}},
                           [] {});
    done.wait();
  }
  EXPECT_EQ(forgotten, 0);
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  EXPECT_THAT(text.str(), testing::HasSubstr(R"("event":"jobPostponed","job":"forget")"));
}

}  // namespace
}  // namespace madoguchi::backend
