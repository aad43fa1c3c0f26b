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
  Storage storage(database.connection());
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
  Storage storage(database.connection());
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
  Storage storage(database.connection());
  constexpr Seconds kTime{std::chrono::seconds(1'795'000'000)};
  constexpr std::chrono::seconds kPause{60};
  const auto take = [&](Seconds time) {
    return storage.write(deadlineIn(std::chrono::minutes(1)), [&](Transaction& transaction) {
      return takeJob(transaction, "job", time, kPause);
    });
  };
  EXPECT_TRUE(take(kTime));
  EXPECT_FALSE(take(kTime + kPause - std::chrono::seconds(1)));
  EXPECT_TRUE(take(kTime + kPause));
  EXPECT_TRUE(take(kTime - kPause)) << "it was ahead until now";
}

}  // namespace
}  // namespace madoguchi::backend
