#include "app/kit/policy_texts.h"

#include <gtest/gtest.h>

#include "app/core/language.h"
#include "tests/unit/app/readings.h"

namespace madoguchi::test {
namespace {

using app::PolicyFault;

TEST(PolicyTextsTest, HaveReadingsInEasyJapanese) {
  app::Language language;
  language.set("easy");
  EXPECT_TRUE(isAllRead(app::policyInWords("client.json", {})));
  for (int kind = 0; kind <= static_cast<int>(PolicyFault::Kind::sampleTerms); ++kind) {
    const app::RubyText words = app::policyInWords(
        "client.json", {{.place = "/x", .kind = PolicyFault::Kind{kind}, .detail = "string"}});
    EXPECT_TRUE(isAllRead(words)) << words.base().toStdString();
    EXPECT_TRUE(words.base().startsWith("client.json: /x: ")) << words.base().toStdString();
    EXPECT_TRUE(words.base().endsWith("\n"));
  }
}

TEST(PolicyTextsTest, TakeNothingOfTheFileForMarkup) {
  app::Language language;
  language.set("en");
  const QString given = QStringLiteral("{a|b} %1");
  const app::RubyText words = app::policyInWords(
      "{c|d}.json", {{.place = given, .kind = PolicyFault::Kind::noFile, .detail = given}});
  EXPECT_FALSE(words.hasRuby());
  EXPECT_EQ(words.base().count(given), 2) << words.base().toStdString();
  EXPECT_TRUE(words.base().startsWith("{c|d}.json: "));
}

}  // namespace
}  // namespace madoguchi::test
