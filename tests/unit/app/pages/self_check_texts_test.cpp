#include "app/rooms/selfcheck/pages/self_check_texts.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "app/core/language.h"

namespace madoguchi::test {
namespace {

using app::CheckId;
using app::CheckItem;

bool isKanji(QChar c) { return c.script() == QChar::Script_Han; }

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
      for (const app::RubyRun& run : line.runs) {
        EXPECT_TRUE(!run.readings.isEmpty() || std::ranges::none_of(run.base, isKanji))
            << run.base.toStdString();
      }
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
