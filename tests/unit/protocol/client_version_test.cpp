#include "protocol/client_version.h"

#include <gtest/gtest.h>

namespace madoguchi::protocol {
namespace {

TEST(ClientVersion, IsReadAndComparedNumberByNumber) {
  EXPECT_EQ(readVersion("1.12.3"), (Version{1, 12, 3}));
  EXPECT_LT(readVersion("1.9.9"), readVersion("1.12.0"));
  EXPECT_EQ(toText(Version{1, 12, 0}), "1.12.0");
  for (const char* none : {"", "1", "1.2", "1.2.", "1.2.3.4", "1.2.3-rc1", "-1.2.3", "1.-2.3",
                           "1..3", " 1.2.3", "1.2.3 ", "12345.0.0", "1.2.99999999999999999999"}) {
    EXPECT_EQ(readVersion(none), std::nullopt) << none;
  }
}

TEST(ClientVersion, StandsInTheFieldThatNamesTheProgram) {
  EXPECT_EQ(clientVersion("Madoguchi/0.1.0"), (Version{0, 1, 0}));
  for (const char* other : {"", "curl/7.88.1", "Madoguchi", "Madoguchi/", "Madoguchi/x",
                            "madoguchi/0.1.0", "Mozilla/5.0 Madoguchi/0.1.0"}) {
    EXPECT_EQ(clientVersion(other), std::nullopt) << other;
  }
}

}  // namespace
}  // namespace madoguchi::protocol
