#include "tests/support/no_locked_memory.h"
#include "tests/unit/app/flow_fixture.h"

// A computer on which no memory can be locked, as Linux lets one be made.

namespace madoguchi::test {
namespace {

using app::FailureCode;

class FlowLockedMemoryTest : public FlowTest {};

#if !defined(MADOGUCHI_SANITIZES_ADDRESS)  // whose mlock() does nothing
TEST_F(FlowLockedMemoryTest, NoneIsAskedForWhereItCouldNotBeKept) {
  insert("maria");
  for (const rlim_t enoughForSome : {rlim_t{0}, rlim_t{16} * 1024}) {
    {
      const NoLockedMemory limited(enoughForSome);
      ASSERT_NO_FATAL_FAILURE(toBeforeYouStart());
      EXPECT_TRUE(waitForCardProblem(FailureCode::memoryNotLocked)) << enoughForSome;
      EXPECT_FALSE(flow().canGoNext());
    }
    flow().checkNetworkAgain();
    EXPECT_TRUE(eventually([&] { return flow().canGoNext(); }));
    leave();
  }
}
#endif

}  // namespace
}  // namespace madoguchi::test
