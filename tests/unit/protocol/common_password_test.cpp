#include "protocol/common_password.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>

#include "embedded/common_password_words.h"

namespace madoguchi::protocol {
namespace {

TEST(CommonPassword, IsAWordHoweverItIsWritten) {
  for (const char* common :
       {"Password1!", "P@ssw0rd!", "pa$$word1", "Passw0rd#1", "PASSWORD123456789!", "!1password",
        "Qwerty12345!", "Qwer1234!", "1qaz@WSX", "!QAZ2wsx", "abc123!!", "Abcd1234!", "a1b2c3d4!",
        "Admin@123", "Sakura2024!", "W3lcome1!", "!loveyou1", "Tokyo#2026", "hello000000!"}) {
    EXPECT_TRUE(isCommonPassword(common)) << common;
  }
}

TEST(CommonPassword, IsNothingElse) {
  for (const char* other : {"AB12345!", "CD67890!", "Sakura#8741963", "kx7!vmqp", "Sakuragaoka7!",
                            "x", "", "12345678", "ひみつ", "Tokyo-Kobe7"}) {
    EXPECT_FALSE(isCommonPassword(other)) << other;
  }
}

// The search looks by halves.
TEST(CommonPassword, WordsAreSortedAndInLowerCase) {
  std::string_view before;
  for (std::string_view rest = embedded::common_password_words(); !rest.empty();) {
    const std::string_view word = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(word.size() + 1);
    EXPECT_LT(before, word);
    EXPECT_GE(word.size(), 3U) << word;
    EXPECT_TRUE(std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; })) << word;
    before = word;
  }
}

}  // namespace
}  // namespace madoguchi::protocol
