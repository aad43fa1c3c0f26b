#include "app/rooms/selfcheck/pages/self_check_texts.h"

#include <gtest/gtest.h>

#include "app/core/language.h"
#include "app/kit/texts.h"
#include "tests/unit/app/readings.h"

namespace madoguchi::test {
namespace {

using app::CheckId;
using app::CheckItem;

TEST(SelfCheckTextsTest, DetailsHaveReadingsWhereThePageIsInEasyJapanese) {
  app::Language language;
  language.set("easy");
  for (const auto& [id, details] : std::initializer_list<std::pair<CheckId, QJsonObject>>{
           {CheckId::certificates,
            {{"signing", true}, {"authentication", true}, {"authenticationInDate", false}}},
           {CheckId::tries, {{"password", 5}, {"pin", 3}}},
           {CheckId::proxy, {{"host", ""}}},
           {CheckId::trustAnchors, {{"source", "system"}}}}) {
    CheckItem item;
    item.id = id;
    item.verdict = app::Verdict::good;
    item.details = details;
    const auto lines = app::checkTexts(item).details;
    EXPECT_FALSE(lines.empty());
    for (const app::RubyText& line : lines) {
      EXPECT_TRUE(isAllRead(line)) << line.base().toStdString();
    }
  }
}

TEST(SelfCheckTextsTest, BothSecretsAreNamedWhereBothAreBlocked) {
  app::Language language;
  language.set("en");
  CheckItem item;
  item.id = CheckId::tries;
  item.verdict = app::Verdict::bad;
  item.code = app::FailureCode::passwordBlocked;
  item.details = {{"password", 0}, {"pin", 0}};
  const app::CheckTexts both = app::checkTexts(item);
  for (const app::FailureCode code :
       {app::FailureCode::passwordBlocked, app::FailureCode::pinBlocked}) {
    const app::FailureTexts texts = app::failureTexts(code);
    EXPECT_TRUE(both.text.contains(texts.title));
    EXPECT_TRUE(both.remedy.contains(texts.remedy));
    EXPECT_TRUE(both.code.contains(app::codeText(code)));
  }
  item.details = {{"password", 0}, {"pin", 3}};
  EXPECT_EQ(app::checkTexts(item).remedy,
            app::failureTexts(app::FailureCode::passwordBlocked).remedy);
}

TEST(SelfCheckTextsTest, WhatAReaderOrServerSaysIsNoMarkup) {
  CheckItem item;
  item.id = CheckId::card;
  item.verdict = app::Verdict::good;
  item.details = {{"reader", "{x|y}"}};
  EXPECT_TRUE(app::checkTexts(item).details.front().base().contains("{x|y}"));
}

}  // namespace
}  // namespace madoguchi::test
