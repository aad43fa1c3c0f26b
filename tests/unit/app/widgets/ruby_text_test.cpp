#include "app/widgets/ruby_text.h"

#include <gtest/gtest.h>

namespace madoguchi::app {
namespace {

TEST(RubyText, ReadsMonoAndGroupRuby) {
  const RubyText text = RubyText::fromMarkup(QStringLiteral("{在留|ざい.りゅう}の{今日|きょう}"));
  ASSERT_EQ(text.runs.size(), 3U);
  EXPECT_EQ(text.runs[0].readings, QStringList({QStringLiteral("ざい"), QStringLiteral("りゅう")}));
  EXPECT_TRUE(text.runs[1].readings.isEmpty());
  EXPECT_EQ(text.runs[2].readings, QStringList({QStringLiteral("きょう")}));
  EXPECT_EQ(text.base(), QStringLiteral("在留の今日"));
  EXPECT_TRUE(text.wellFormed);
  EXPECT_TRUE(text.hasRuby());
}

TEST(RubyText, ShowsBrokenMarkupAsItStands) {
  for (const char* markup : {"{在留|ざい", "{在留}", "{在留|ざい.りゅう.し}", "{|ざい}", "{在|}",
                             "{在留|ざい.}", "{", "a{b"}) {
    const QString written = QString::fromUtf8(markup);
    const RubyText text = RubyText::fromMarkup(written);
    EXPECT_FALSE(text.wellFormed) << markup;
    EXPECT_EQ(text.base(), written);
  }
}

TEST(RubyText, TakesWhatPeopleGaveAsItIs) {
  const QString given = QStringLiteral("{在留|ざい.りゅう}");
  EXPECT_EQ(RubyText::plain(given).base(), given);
  EXPECT_FALSE(RubyText::plain(given).hasRuby());
}

TEST(RubyText, IsSpokenWithoutReadings) {
  EXPECT_EQ(spokenText(QStringLiteral("{名前|な.まえ}を {書|か}く")),
            QStringLiteral("名前を 書く"));
}

TEST(RubyText, StandsInListsWithItsReadingBehindIt) {
  EXPECT_EQ(textWithReading("{夫|おっと}"), "夫（おっと）");
  EXPECT_EQ(textWithReading("「{日本人|に.ほん.じん}の {配偶者等|はい.ぐう.しゃ.とう}」"),
            "「日本人の 配偶者等」（にほんじんの はいぐうしゃとう）");
  EXPECT_EQ(textWithReading("{結婚|けっ.こん}（{夫|おっと}・{妻|つま}）"),
            "結婚（夫・妻）（けっこん おっと・つま）")
      << "no brackets within brackets";
  EXPECT_EQ(textWithReading("フィリピン"), "フィリピン") << "is read as it stands";
}

TEST(RubyText, IsFilledIntoAPatternWithoutBecomingMarkup) {
  const RubyText text = filledIn("%1：{今|いま}「%2」", {RubyText::fromMarkup("{仕事|し.ごと}"),
                                                         RubyText::plain("{教師|%1}")});
  EXPECT_EQ(text.base(), "仕事：今「{教師|%1}」");
  ASSERT_FALSE(text.runs.empty());
  EXPECT_EQ(text.runs.front().readings, QStringList({"し", "ごと"}));
}

TEST(RubyText, CountsCharactersAsPeopleSeeThem) {
  // 葛 with the variation selector that its owner writes it with, and a surrogate pair.
  EXPECT_EQ(graphemes(QStringLiteral(u"\u845B\U000E0100\U00020B9F")).size(), 2);
}

}  // namespace
}  // namespace madoguchi::app
