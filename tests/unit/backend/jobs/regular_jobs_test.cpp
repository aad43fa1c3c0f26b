#include "backend/jobs/regular_jobs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <latch>
#include <sstream>

#include "backend/core/structured_log.h"
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
        std::chrono::milliseconds(1));
    thrice.wait();
  }
  const int atEnd = done;
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  EXPECT_GE(atEnd, 3);
  EXPECT_THAT(text.str(), testing::HasSubstr(R"("count":7,"job":"good")"));
  EXPECT_THAT(text.str(), testing::HasSubstr(R"("event":"jobFailed")"));
  EXPECT_THAT(text.str(), testing::Not(testing::HasSubstr("somebody")));
}

}  // namespace
}  // namespace madoguchi::backend
