#include "backend/core/token.h"

#include <gtest/gtest.h>

namespace madoguchi::backend {
namespace {

TEST(Token, IsOf256BitsAndEachTimeAnother) {
  const std::string token = makeToken();
  EXPECT_EQ(token.size(), 43U);
  EXPECT_TRUE(isToken(token));
  EXPECT_NE(makeToken(), token);
}

TEST(Token, IsNothingThatWasCutOrChanged) {
  const std::string token = makeToken();
  EXPECT_FALSE(isToken(token.substr(0, 42)));
  EXPECT_FALSE(isToken(token + 'A'));
  EXPECT_FALSE(isToken(token.substr(0, 42) + '/'));
  EXPECT_FALSE(isToken(token.substr(0, 42) + ' '));
  EXPECT_FALSE(isToken(""));
}

TEST(Token, IsStoredAsADigestOnly) {
  // NIST's example of SHA-256.
  EXPECT_EQ(tokenDigest("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace madoguchi::backend
