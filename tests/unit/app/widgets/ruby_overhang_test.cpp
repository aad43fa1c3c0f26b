#include "app/widgets/ruby_overhang.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QFile>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QXmlStreamReader>
#include <cmath>
#include <map>
#include <utility>

#include "app/widgets/ruby_layout.h"

namespace madoguchi::app {
namespace {

constexpr qreal kHair = 0.01;
constexpr qreal kTextEm = 20;

QFont squareFont() {
  QFont font = QApplication::font();
  font.setPixelSize(static_cast<int>(kTextEm));
  return font;
}

RubyLayout inOneLine(const QString& markup, qreal width = 0) {
  return {RubyText::fromMarkup(markup), squareFont(), width};
}

/// x of the base characters of the first line, by their index into the base text.
std::map<int, RubyLayout::Piece> baseOf(const RubyLayout::Line& line) {
  std::map<int, RubyLayout::Piece> pieces;
  for (const RubyLayout::Piece& piece : line.base) pieces.emplace(piece.start, piece);
  return pieces;
}

/// From the left end of the first reading to the right end of the last.
std::pair<qreal, qreal> rubyExtent(const RubyLayout::Line& line) {
  return {line.ruby.front().x, line.ruby.back().x + line.ruby.back().width};
}

bool isSetSolid(const RubyLayout::Line& line) {
  for (std::size_t i = 1; i < line.base.size(); ++i) {
    const RubyLayout::Piece& before = line.base[i - 1];
    if (std::abs(before.x + before.width - line.base[i].x) > kHair) return false;
  }
  return true;
}

TEST(RubyOverhang, SetsNothingApartBesideKana) {
  for (const char* markup :
       {"{在留|ざい.りゅう}カードの", "{認証|にん.しょう}を", "{新|あたら}しい",
        "の{住所|じゅう.しょ}の", "{夫|おっと}・{妻|つま}", "{暗証番号|あん.しょう.ばん.ごう}を",
        "{登録|とう.ろく}の{認証|にん.しょう}、", "「{認証|にん.しょう}」"}) {
    const RubyLayout layout = inOneLine(QString::fromUtf8(markup));
    EXPECT_TRUE(isSetSolid(layout.lines().front())) << markup;
  }
}

TEST(RubyOverhang, NeverReachesOverKanjiOrLetters) {
  for (const char* markup : {"名{住所|じゅう.しょ}名", "A{住所|じゅう.しょ}1"}) {
    const RubyLayout layout = inOneLine(QString::fromUtf8(markup));
    const RubyLayout::Line& line = layout.lines().front();
    const auto [from, to] = rubyExtent(line);
    EXPECT_GE(from, line.base.front().x + line.base.front().width - kHair) << markup;
    EXPECT_LE(to, line.base.back().x + kHair) << markup;
  }
}

TEST(RubyOverhang, NeverReachesOverAnotherReading) {
  const RubyLayout layout = inOneLine(QStringLiteral("{私|わたし}{私|わたし}の{私|わたし}"));
  const RubyLayout::Line& line = layout.lines().front();
  ASSERT_EQ(line.ruby.size(), 9U);
  for (std::size_t i = 1; i < line.ruby.size(); ++i)
    EXPECT_GE(line.ruby[i].x, line.ruby[i - 1].x + line.ruby[i - 1].width - kHair);
}

TEST(RubyOverhang, ReachesOverKanaByOneReadingsCharacterAtMost) {
  // Five kana over one kanji: 1.5 em too wide, of which each side takes half an em.
  const RubyLayout layout = inOneLine(QStringLiteral("ああ{承|うけたまわ}ああ"));
  const RubyLayout::Line& line = layout.lines().front();
  const auto base = baseOf(line);
  const auto [from, to] = rubyExtent(line);
  const qreal endBefore = base.at(0).x + QFontMetricsF(squareFont()).horizontalAdvance("ああ");
  EXPECT_NEAR(endBefore - from, kTextEm / 2, 0.5);
  EXPECT_NEAR(to - base.at(3).x, kTextEm / 2, 0.5);
  EXPECT_NEAR(line.width, 5 * kTextEm + kTextEm / 2, 1);
}

TEST(RubyOverhang, StandsInTheMiddleOfItsBase) {
  const RubyLayout layout = inOneLine(QStringLiteral("の{住所|じゅう.しょ}の"));
  const RubyLayout::Line& line = layout.lines().front();
  const auto [from, to] = rubyExtent(line);
  EXPECT_NEAR((from + to) / 2, line.width / 2, kHair);
}

TEST(RubyOverhang, IsFlushWithTheEndsOfLines) {
  const RubyLayout start = inOneLine(QStringLiteral("{住所|じゅう.しょ}のあ"));
  const RubyLayout::Line& first = start.lines().front();
  EXPECT_NEAR(rubyExtent(first).first, 0, kHair);
  EXPECT_NEAR(first.base.front().x, 0, kHair);
  const RubyLayout end = inOneLine(QStringLiteral("あの{住所|じゅう.しょ}"));
  const RubyLayout::Line& last = end.lines().front();
  EXPECT_NEAR(rubyExtent(last).second, last.width, kHair);
  EXPECT_NEAR(last.base.back().x + last.base.back().width, last.width, kHair);
  EXPECT_TRUE(isSetSolid(first));
  EXPECT_TRUE(isSetSolid(last));
}

TEST(RubyOverhang, MakesTheRoomThatIsLeftOutsideTheWord) {
  const RubyLayout layout = inOneLine(QStringLiteral("名{住所|じゅう.しょ}名"));
  const RubyLayout::Line& line = layout.lines().front();
  const auto base = baseOf(line);
  EXPECT_NEAR(base.at(1).x + base.at(1).width, base.at(2).x, kHair);
  EXPECT_GT(base.at(1).x, base.at(0).x + base.at(0).width + kHair);
  EXPECT_GT(base.at(3).x, base.at(2).x + base.at(2).width + kHair);
}

TEST(RubyOverhang, SharesABlankBetweenTwoReadings) {
  const RubyLayout layout = inOneLine(QStringLiteral("{住所|じゅう.しょ} {住所|じゅう.しょ}を"));
  const RubyLayout::Line& line = layout.lines().front();
  ASSERT_EQ(line.ruby.size(), 10U);
  const qreal gap = line.ruby[5].x - line.ruby[4].x - line.ruby[4].width;
  EXPECT_GE(gap, rubyDistance(kTextEm) - kHair);
}

/// The easy Japanese of the whole program.
QStringList easyTexts() {
  QFile file(QStringLiteral(MADOGUCHI_SOURCE_FOLDER "/translations/madoguchi_easy.ts"));
  if (!file.open(QIODevice::ReadOnly)) return {};
  QStringList texts;
  QXmlStreamReader reader(&file);
  while (!reader.atEnd()) {
    reader.readNext();
    if (!reader.isStartElement()) continue;
    if (reader.name() == QStringLiteral("translation") ||
        reader.name() == QStringLiteral("numerusform"))
      texts += reader.readElementText(QXmlStreamReader::IncludeChildElements).split(u'\n');
  }
  return texts;
}

/// Whether there is room between two neighbours on the line.
bool isApart(const RubyLayout::Piece& before, const RubyLayout::Piece& after) {
  return before.x + before.width < after.x - kHair;
}

TEST(RubyOverhang, TearsNoWordOfTheEasyTextsAndMovesFewOfThem) {
  int wide = 0;   // occurrences of words whose reading is wider than they are
  int moved = 0;  // of these, which had to move away from what stands beside them
  const QFontMetricsF readings(inOneLine(QStringLiteral("{名|な}")).rubyFont());
  for (const QString& text : easyTexts()) {
    const RubyText ruby = RubyText::fromMarkup(text);
    const RubyLayout layout(ruby, squareFont(), 0);
    const auto base = baseOf(layout.lines().front());
    int start = 0;
    for (const RubyRun& run : ruby.runs) {
      const int from = std::exchange(start, start + static_cast<int>(run.base.size()));
      if (run.readings.isEmpty()) continue;
      for (int at = from + 1; at < start; ++at)
        EXPECT_FALSE(isApart(base.at(at - 1), base.at(at))) << text.toStdString();
      const auto first = base.find(from);
      const auto after = base.find(start);
      const RubyLayout::Piece& last = base.at(start - 1);
      const qreal width = last.x + last.width - first->second.x;
      if (readings.horizontalAdvance(run.readings.join(QString())) <= width + kHair) continue;
      ++wide;
      if ((first != base.begin() && isApart(std::prev(first)->second, first->second)) ||
          (after != base.end() && isApart(last, after->second)))
        ++moved;
    }
  }
  RecordProperty("wideReadings", wide);
  RecordProperty("movedAway", moved);
  // Set by the simple rule, all of them were torn.
  ASSERT_GT(wide, 50);
  EXPECT_LE(moved, wide / 6);
}

}  // namespace
}  // namespace madoguchi::app
