#include "app/core/hardening.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace madoguchi::test {
namespace {

TEST(HardeningTest, LeavesNoLibraryTheWayToWriteSecretsDown) {
  for (const char* tap : {"SSLKEYLOGFILE", "QT_LOGGING_RULES", "QT_LOGGING_CONF"}) {
    // In a process of its own, as there is no way back.
    EXPECT_EXIT(
        {
          setenv(tap, "/tmp/secrets", 1);
          app::hardenProcess();
          std::_Exit(std::getenv(tap) == nullptr ? 0 : 1);
        },
        ::testing::ExitedWithCode(0), "")
        << tap;
  }
}

}  // namespace
}  // namespace madoguchi::test
