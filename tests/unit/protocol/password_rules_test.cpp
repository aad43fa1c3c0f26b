#include "protocol/password_rules.h"

#include <gtest/gtest.h>

#include <string>

namespace madoguchi::protocol {
namespace {

TEST(PasswordRules, TakesTheManualsExamples) {
  EXPECT_TRUE(passwordRules("AB12345!").areMet());
  EXPECT_TRUE(passwordRules("CD67890!").areMet());
}

TEST(PasswordRules, CountsFromEightTo32) {
  EXPECT_FALSE(passwordRules("ab1234!").length);
  EXPECT_TRUE(passwordRules("ab12345!").length);
  EXPECT_TRUE(passwordRules(std::string(29, 'x') + "1a!").areMet());
  EXPECT_FALSE(passwordRules(std::string(30, 'x') + "1a!").length);
}

TEST(PasswordRules, SaysWhichRuleIsNotMet) {
  EXPECT_EQ(passwordRules("12345678!"), (PasswordRules{true, false, true, true, true, true}));
  EXPECT_EQ(passwordRules("kxvmqpzt!"), (PasswordRules{true, true, false, true, true, true}));
  EXPECT_EQ(passwordRules("kxvm12345"), (PasswordRules{true, true, true, false, true, true}));
  EXPECT_EQ(passwordRules("Password1!"), (PasswordRules{true, true, true, true, true, false}));
  EXPECT_EQ(passwordRules(""), PasswordRules{});
}

TEST(PasswordRules, TakesEachOfTheManualsSymbolsAndNoOther) {
  for (const char c : std::string("!$%&=@_#+*.?")) {
    EXPECT_TRUE(passwordRules(std::string("kxvm1234") + c).areMet()) << c;
  }
  for (char c = ' '; c < 0x7F; ++c) {
    const bool isKnown =
        std::isalnum(c) != 0 || std::string("!$%&=@_#+*.?").find(c) != std::string::npos;
    EXPECT_EQ(passwordRules(std::string("abcd1234!") + c).onlyThose, isKnown) << c;
  }
}

TEST(PasswordRules, CountsCharactersEvenOfThoseItDoesNotTake) {
  const PasswordRules rules = passwordRules("ａｂ1!c");  // full-width letters: five characters
  EXPECT_FALSE(rules.length);
  EXPECT_FALSE(rules.onlyThose);
  EXPECT_FALSE(passwordRules(std::string("abcd1234!\0", 10)).onlyThose);
}

TEST(PasswordRules, AChosenOneIsWrongAtTheFieldThatIsWrong) {
  using Errors = std::vector<FieldError>;
  EXPECT_EQ(chosenPasswordErrors("AB12345!", "AB12345!", "WZBAM162E"), Errors{});
  EXPECT_EQ(chosenPasswordErrors("", "", "WZBAM162E"),
            (Errors{{"password", "WZBAM001E"}, {"passwordConfirmation", "WZBAM001E"}}));
  EXPECT_EQ(chosenPasswordErrors("AB12345", "AB1234", "WZBAM160E"),
            (Errors{{"password", "WZBAM018E"}, {"passwordConfirmation", "WZBAM160E"}}));
}

}  // namespace
}  // namespace madoguchi::protocol
