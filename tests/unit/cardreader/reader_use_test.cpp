#include <gtest/gtest.h>

#include "cardreader/pcsc/pcsc_transport.h"
#include "tests/unit/cardreader/scripted_pcsc.h"

// Who uses a reader, as the service says it.

namespace madoguchi::card {
namespace {

using test::scriptedPcsc;

TEST(ReaderUse, IsThatOfAnotherProgramWhetherItSharesTheCardOrNot) {
  scriptedPcsc() = {};
  PcscTransport transport;
  const auto isInUse = [&](DWORD use) {
    scriptedPcsc().state = SCARD_STATE_PRESENT | use;
    return transport.snapshot().readers.at(0).inUse;
  };
  constexpr DWORD kExclusively = SCARD_STATE_INUSE | SCARD_STATE_EXCLUSIVE;
  EXPECT_FALSE(isInUse(0));
  EXPECT_TRUE(isInUse(SCARD_STATE_INUSE));
  EXPECT_TRUE(isInUse(kExclusively));
  {
    const auto own = transport.connect(scriptedPcsc().reader);
    EXPECT_FALSE(isInUse(kExclusively)) << "its own";
  }
  EXPECT_TRUE(isInUse(kExclusively));
}

TEST(ReaderUse, ThatEndsIsAChange) {
  scriptedPcsc() = {};
  scriptedPcsc().state = SCARD_STATE_PRESENT | SCARD_STATE_INUSE;
  PcscTransport transport;
  const ReaderSnapshot known = transport.snapshot();
  scriptedPcsc().state = SCARD_STATE_PRESENT;
  ASSERT_NE(transport.snapshot(), known);
  EXPECT_FALSE(transport.waitForChange(known).readers.at(0).inUse);
}

}  // namespace
}  // namespace madoguchi::card
