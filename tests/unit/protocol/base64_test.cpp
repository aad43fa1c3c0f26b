#include "protocol/base64.h"

#include <gtest/gtest.h>

namespace madoguchi::protocol {
namespace {

using Bytes = std::vector<std::uint8_t>;

const Bytes kHighBytes = {0xFB, 0xFF, 0x00};

Bytes bytesOf(std::string_view text) { return {text.begin(), text.end()}; }

TEST(Base64url, FollowsTheExamplesOfRfc4648) {
  // Section 10, without padding.
  EXPECT_EQ(base64url(bytesOf("")), "");
  EXPECT_EQ(base64url(bytesOf("f")), "Zg");
  EXPECT_EQ(base64url(bytesOf("fo")), "Zm8");
  EXPECT_EQ(base64url(bytesOf("foobar")), "Zm9vYmFy");
  EXPECT_EQ(base64url(kHighBytes), "-_8A");
}

TEST(Base64url, ReadsBackEveryLength) {
  Bytes bytes;
  for (int length = 0; length < 300; ++length) {
    EXPECT_EQ(fromBase64url(base64url(bytes)), bytes);
    bytes.push_back(static_cast<std::uint8_t>(length * 7));
  }
}

TEST(Base64url, RefusesEverythingElse) {
  // The last two hold bits that no byte has: two texts for the same bytes.
  for (const char* text :
       {"Zg==", "Zg=", "Z", "Zm9+", "Zm9/", "Zm 8", "Zm8\n", "あ", "Zh", "Zm9"}) {
    EXPECT_FALSE(fromBase64url(text)) << text;
  }
  EXPECT_FALSE(fromBase64url(std::string_view("Zm8\0", 4)));
}

TEST(Base64url, TakesItsOwn64LettersOnly) {
  int taken = 0;
  for (int character = 0; character < 256; ++character) {
    taken += fromBase64url("AA" + std::string(1, static_cast<char>(character)) + "A") ? 1 : 0;
  }
  EXPECT_EQ(taken, 64);
}

TEST(Base64, HasTheStandardAlphabetAndPadding) {
  EXPECT_EQ(base64(bytesOf("fo")), "Zm8=");
  EXPECT_EQ(base64(kHighBytes), "+/8A");
  EXPECT_EQ(fromBase64("+/8A"), kHighBytes);
  EXPECT_EQ(fromBase64("Zm8="), bytesOf("fo"));
  for (const char* text : {"Zm8", "-_8A", "Zm8=\n", "Zh==", "Zm8=Zm8="}) {
    EXPECT_FALSE(fromBase64(text)) << text;
  }
}

}  // namespace
}  // namespace madoguchi::protocol
