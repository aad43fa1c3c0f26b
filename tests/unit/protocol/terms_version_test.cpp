#include "protocol/terms_version.h"

#include <gtest/gtest.h>

namespace madoguchi::protocol {
namespace {

TEST(SampleTerms, SufficeOnThisMachineHoweverItIsWritten) {
  for (const char* host : {"localhost", "a.localhost", "127.0.0.1", "127.1.2.3", "::1", "[::1]"}) {
    EXPECT_TRUE(sampleTermsSuffice(host)) << host;
  }
  for (const char* host :
       {"", "localhost.example", "127.0.0.1.example", "[::2]", "[::1].example", "128.0.0.1"}) {
    EXPECT_FALSE(sampleTermsSuffice(host)) << host;
  }
}

}  // namespace
}  // namespace madoguchi::protocol
