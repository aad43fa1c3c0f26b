#include "app/widgets/ruby_layout.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QFontInfo>
#include <QFontMetricsF>
#include <algorithm>

namespace madoguchi::app {
namespace {

const QString kMarkup = QStringLiteral(
    "インターネットで {在留申請|ざい.りゅう.しん.せい}＜＝{日本|に.ほん}に いる ための "
    "{申請|しん.せい}＞が できます。\n・{承|うけたまわ}る {今日|きょう}、{人|ひと}の「{法定代理人|"
    "ほう.てい.だい.り.にん}」も {使|つか}います。");
constexpr qreal kRounding = 0.01;

QFont textFont() { return QApplication::font(); }

RubyLayout laidOut(const QString& markup, qreal width) {
  return {RubyText::fromMarkup(markup), textFont(), width};
}

QString allOf(const RubyLayout& layout, std::vector<RubyLayout::Piece> RubyLayout::Line::*pieces) {
  QString text;
  for (const RubyLayout::Line& line : layout.lines())
    for (const RubyLayout::Piece& piece : line.*pieces) text += piece.text;
  return text;
}

class RubyLayoutAtWidth : public testing::TestWithParam<int> {
 protected:
  [[nodiscard]] RubyLayout layout() const {
    const qreal em = QFontInfo(textFont()).pixelSize();
    return laidOut(kMarkup, GetParam() * em);
  }
};

TEST_P(RubyLayoutAtWidth, KeepsEveryCharacterAndEveryReading) {
  const RubyText text = RubyText::fromMarkup(kMarkup);
  QString readings;
  for (const RubyRun& run : text.runs) readings += run.readings.join(QString());
  EXPECT_EQ(allOf(layout(), &RubyLayout::Line::base), text.base().remove(u'\n'));
  EXPECT_EQ(allOf(layout(), &RubyLayout::Line::ruby), readings);
}

TEST_P(RubyLayoutAtWidth, KeepsReadingsWithinTheirLineAndApart) {
  const RubyLayout all = layout();
  for (const RubyLayout::Line& line : all.lines()) {
    qreal end = -kRounding;
    for (const RubyLayout::Piece& piece : line.ruby) {
      EXPECT_GE(piece.x, end - kRounding) << piece.text.toStdString();
      end = piece.x + piece.width;
    }
    EXPECT_LE(end, line.width + kRounding);
  }
}

TEST_P(RubyLayoutAtWidth, PutsReadingsOverTheirOwnKanji) {
  // The text without its compounds that are laid out as groups.
  const RubyLayout mono =
      laidOut(QStringLiteral("{人|ひと}の {名|な}と {日|ひ}と {木|き}を {見|み}る"),
              GetParam() * QFontInfo(textFont()).pixelSize());
  for (const RubyLayout::Line& line : mono.lines()) {
    for (const RubyLayout::Piece& reading : line.ruby) {
      const auto base = std::ranges::find_if(
          line.base, [&](const RubyLayout::Piece& piece) { return piece.start == reading.start; });
      ASSERT_NE(base, line.base.end()) << reading.text.toStdString();
      EXPECT_GE(reading.x, base->x - kRounding);
      EXPECT_LE(reading.x + reading.width, base->x + base->width + kRounding);
    }
  }
}

TEST_P(RubyLayoutAtWidth, StaysWithinTheWidth) {
  // A compound never breaks inside a kanji's reading: the widest kanji needs 5 x half an em.
  EXPECT_LE(layout().size().width(), GetParam() * layout().em() + kRounding);
}

TEST_P(RubyLayoutAtWidth, StartsNoLineWithClosingPunctuation) {
  const RubyLayout all = layout();
  for (const RubyLayout::Line& line : all.lines()) {
    ASSERT_FALSE(line.base.empty());
    EXPECT_FALSE(QStringLiteral("、。」＞").contains(line.base.front().text.front()));
  }
}

TEST_P(RubyLayoutAtWidth, MakesAllLinesEquallyHigh) {
  const RubyLayout all = layout();
  for (std::size_t i = 0; i < all.lines().size(); ++i) {
    EXPECT_DOUBLE_EQ(all.lines()[i].height, all.lines().front().height);
    EXPECT_NEAR(all.lines()[i].top, static_cast<qreal>(i) * all.lines().front().height, kRounding);
    // Readings touch their base and stay below the text of the line above.
    EXPECT_LT(all.lines()[i].rubyBaseline, all.lines()[i].baseline - all.em() * 0.8);
    const qreal above = i > 0 ? all.lines()[i - 1].baseline : 0;
    EXPECT_GE(all.lines()[i].rubyBaseline - all.em() / 2, above - all.em() / 2 * 0.12);
  }
}

INSTANTIATE_TEST_SUITE_P(Widths, RubyLayoutAtWidth, testing::Values(6, 7, 9, 12, 17, 25, 40, 100));

TEST(RubyLayout, SpreadsANarrowReadingOneTwoOne) {
  // Two kana, each half an em, over two kanji read as one: space 1:2:1 of what is left.
  const RubyLayout layout = laidOut(QStringLiteral("{今日|きょ}"), 0);
  const RubyLayout::Line& line = layout.lines().front();
  ASSERT_EQ(line.ruby.size(), 2U);
  const qreal before = line.ruby[0].x;
  const qreal between = line.ruby[1].x - line.ruby[0].x - line.ruby[0].width;
  const qreal after = line.width - line.ruby[1].x - line.ruby[1].width;
  EXPECT_GT(before, 0);
  EXPECT_NEAR(between, 2 * before, kRounding);
  EXPECT_NEAR(after, before, kRounding);
}

TEST(RubyLayout, MakesRoomForAWideReading) {
  const QFontMetricsF metrics(textFont());
  const RubyLayout layout = laidOut(QStringLiteral("名{承|うけたまわ}名"), 0);
  EXPECT_GT(layout.size().width(), metrics.horizontalAdvance(QStringLiteral("名承名")));
  const RubyLayout::Line& line = layout.lines().front();
  EXPECT_GE(line.ruby.front().x, line.base[0].x + line.base[0].width - kRounding);
}

TEST(RubyLayout, LetsAWideReadingOverTheBlankHalfOfPunctuation) {
  const qreal beside = laidOut(QStringLiteral("名{承|うけたまわ}名"), 0).size().width();
  const qreal between = laidOut(QStringLiteral("」{承|うけたまわ}「"), 0).size().width();
  EXPECT_LT(between, beside - kRounding);
}

TEST(RubyLayout, BreaksACompoundBetweenKanjiOnly) {
  const qreal em = QFontInfo(textFont()).pixelSize();
  const RubyLayout layout = laidOut(QStringLiteral("{電話番号|でん.わ.ばん.ごう}"), 2.5 * em);
  ASSERT_EQ(layout.lines().size(), 2U);
  EXPECT_EQ(layout.lines()[0].end, 2);
  const RubyLayout whole = laidOut(QStringLiteral("{今日|きょう}{明日|あした}"), 2.5 * em);
  ASSERT_EQ(whole.lines().size(), 2U);
  EXPECT_EQ(whole.lines()[0].end, 2);
}

TEST(RubyLayout, HangsListsUnderTheirText) {
  for (const QString& dot : {QStringLiteral("・"), QStringLiteral("• ")}) {
    const RubyLayout layout =
        laidOut(dot + QStringLiteral("a list of many words that goes on and on"),
                12 * QFontInfo(textFont()).pixelSize());
    ASSERT_GT(layout.lines().size(), 1U);
    EXPECT_NEAR(layout.lines()[1].base.front().x, QFontMetricsF(textFont()).horizontalAdvance(dot),
                kRounding);
  }
}

TEST(RubyLayout, FindsThePlaceOfAPoint) {
  const RubyLayout layout = laidOut(QStringLiteral("{名前|な.まえ}を"), 0);
  const qreal em = layout.em();
  EXPECT_EQ(layout.positionAt({0, 0}), 0);
  EXPECT_EQ(layout.positionAt({em * 1.1, 0}), 1);
  EXPECT_EQ(layout.positionAt({em * 99, 0}), 3);
}

TEST(RubyLayout, SetsPhrasesFurtherApartThanWords) {
  const QFontMetricsF metrics(textFont());
  const qreal plain = metrics.horizontalAdvance(QStringLiteral("名 を"));
  EXPECT_GT(laidOut(QStringLiteral("{名|な} を"), 0).size().width(), plain + 1);
  EXPECT_NEAR(laidOut(QStringLiteral("名 を"), 0).size().width(), plain, kRounding);
}

TEST(RubyLayout, EndsLinesOfPhrasesAtPunctuationToo) {
  const qreal em = QFontInfo(textFont()).pixelSize();
  const RubyLayout layout = laidOut(QStringLiteral("{五|ご}かい です。つぎのカードは"), 9 * em);
  EXPECT_EQ(layout.lines().front().base.back().text.back(), QChar(u'。'));
}

TEST(RubyLayout, EndsLinesOfUnspacedJapaneseWithPhrases) {
  const qreal em = QFontInfo(textFont()).pixelSize();
  const auto firstLine = [&](const char* text, int width) {
    const RubyLayout layout(RubyText::plain(QString::fromUtf8(text)), textFont(), width * em + 1);
    return QString::fromUtf8(text).left(layout.lines().front().end).toStdString();
  };
  EXPECT_EQ(firstLine("市区町村の窓口で決めた、英字と数字のパスワードです。", 21),
            "市区町村の窓口で決めた、英字と数字の");
  EXPECT_EQ(firstLine("入力した内容を登録する前に、もう一度入力してください。", 19),
            "入力した内容を登録する前に、");
  EXPECT_EQ(firstLine("カードをお持ちでない方は", 5), "カードを");
  EXPECT_EQ(firstLine("カードの読み取り方", 5), "カードの");
  EXPECT_EQ(firstLine("入力した内容は残っています。", 12), "入力した内容は");
  EXPECT_EQ(firstLine("署名用電子証明書がありません", 13), "署名用電子証明書が");
  EXPECT_EQ(firstLine("利用者証明用パスワード", 10), "利用者証明用");
  EXPECT_EQ(firstLine("在留申請オンラインシステムの", 11), "在留申請");
  EXPECT_EQ(firstLine("新規利用者登録：当てはまるものを", 14), "新規利用者登録：");
  EXPECT_EQ(firstLine("料金が上がるときの", 5), "料金が");
  // Not where much of the line would stay empty.
  EXPECT_EQ(firstLine("次のコンビニエンスストアの端末", 10), "次のコンビニエンスス");
}

TEST(RubyLayout, BeginsALineWhereTheTextDoes) {
  for (const char* text : {"AB12\nCD", "AB\nCD", "12\n34", "AB12\n", "1)\n2"}) {
    const RubyLayout layout(RubyText::plain(QString::fromLatin1(text)), textFont(), 0);
    ASSERT_EQ(layout.lines().size(), QByteArray(text).endsWith('\n') ? 1U : 2U) << text;
    EXPECT_EQ(layout.lines().front().end, QByteArray(text).indexOf('\n')) << text;
  }
}

}  // namespace
}  // namespace madoguchi::app
