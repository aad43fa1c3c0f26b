#include "protocol/authentication_id.h"

#include <gtest/gtest.h>

#include <string>

namespace madoguchi::protocol {
namespace {

TEST(AuthenticationId, IsMendedWhereWhatDiffersMeansNothing) {
  for (const char* typed :
       {"wkpnd31487", "WKPND31487", " wkpnd31487\n", "wkpnd 31487", "ｗｋｐｎｄ３１４８７",
        "ＷＫＰＮＤ　３１４８７",
        "wkpnd\xC2\xA0"
        "31487",
        "\u202Awkpnd31487\u202C", "\uFEFFwkpnd\u200B31487\u200E", "wkpnd\u00AD31487\u2060\u2069"}) {
    EXPECT_EQ(repairedAuthenticationId(typed), "wkpnd31487") << typed;
  }
  EXPECT_EQ(repairedAuthenticationId("＋＿～－"), "+_~-");
}

TEST(AuthenticationId, StaysAsItIsOtherwise) {
  // Signs, kana and broken UTF-8 are no IDs, and nobody's to be guessed at.
  for (const std::string typed : {"", "wkpnd-31487", "にんしょう", "\xEF\xBC", "\xEF", "\xE3\x80",
                                  "\xE2\x80", "wkpnd\u20101"}) {
    EXPECT_EQ(repairedAuthenticationId(typed), typed);
  }
  const std::string once = repairedAuthenticationId("Ａ ｂ");
  EXPECT_EQ(repairedAuthenticationId(once), once);
}

TEST(AuthenticationId, HasSixToTwentyLettersAndDigits) {
  for (const char* id : {"wkpnd31487", "abcdef", "01234567890123456789"}) {
    EXPECT_TRUE(isAuthenticationId(id)) << id;
  }
  for (const char* id : {"", "abcde", "012345678901234567890", "WKPND31487", "wkpnd 31487",
                         "wkpnd-31487", "wkpndé31487"}) {
    EXPECT_FALSE(isAuthenticationId(id)) << id;
  }
}

}  // namespace
}  // namespace madoguchi::protocol
