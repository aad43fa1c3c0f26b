#include "protocol/languages.h"

#include <gtest/gtest.h>

#include <set>

namespace madoguchi::protocol {
namespace {

TEST(Languages, EachIsFoundByItsTagOnly) {
  std::set<std::string> names;
  for (const Language& language : languages()) {
    EXPECT_EQ(findLanguage(language.tag), &language);
    EXPECT_TRUE(names.insert(language.name).second) << language.name;
    EXPECT_GE(language.pluralForms, 1) << language.tag;
    EXPECT_NE(listOfTags().find(language.tag), std::string::npos);
  }
  for (const char* other : {"", "xx", "EASY", "ja ", "ja,easy"}) {
    EXPECT_EQ(findLanguage(other), nullptr) << other;
  }
}

TEST(Languages, MailsAndDocumentsKnowNoEasyJapanese) {
  EXPECT_EQ(findLanguage("easy")->bcp47, "ja");
  EXPECT_TRUE(findLanguage("easy")->ruby);
  EXPECT_FALSE(findLanguage("ja")->ruby);
}

}  // namespace
}  // namespace madoguchi::protocol
