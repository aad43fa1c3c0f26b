#include "cardreader/digest_info.h"

#include <gtest/gtest.h>

#include <string_view>

#include "tests/support/hex.h"

namespace madoguchi::card {
namespace {

// SHA-256("abc") from FIPS 180-4's examples.
constexpr const char* kDigestOfAbc =
    "BA7816BF 8F01CFEA 414140DE 5DAE2223 B00361A3 96177A9C B410FF61 F20015AD";

TEST(DigestInfo, IsTheStructureOfRfc8017) {
  const auto digest = test::fromHex(kDigestOfAbc);
  const auto info = sha256DigestInfo(std::span(digest).first<kSha256Length>());
  // SEQUENCE { SEQUENCE { OID sha256, NULL }, OCTET STRING }
  const auto expected = test::fromHex(
      std::string("30 31 30 0D 06 09 60 86 48 01 65 03 04 02 01 05 00 04 20") + kDigestOfAbc);
  EXPECT_EQ(info, expected);
}

TEST(DigestInfo, HashesData) {
  constexpr std::string_view kText = "abc";
  const std::vector<std::uint8_t> data(kText.begin(), kText.end());
  const auto digest = test::fromHex(kDigestOfAbc);
  EXPECT_EQ(sha256DigestInfoOf(data), sha256DigestInfo(std::span(digest).first<kSha256Length>()));
}

}  // namespace
}  // namespace madoguchi::card
