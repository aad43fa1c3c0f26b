#include "app/rooms/selfcheck/pages/self_check_texts.h"

#include <gtest/gtest.h>

#include "app/core/language.h"
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

TEST(SelfCheckTextsTest, WhatAReaderOrServerSaysIsNoMarkup) {
  CheckItem item;
  item.id = CheckId::card;
  item.verdict = app::Verdict::good;
  item.details = {{"reader", "{x|y}"}};
  EXPECT_TRUE(app::checkTexts(item).details.front().base().contains("{x|y}"));
}

}  // namespace
}  // namespace madoguchi::test
