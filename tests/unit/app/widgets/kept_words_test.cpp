#include "app/widgets/kept_words.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QFontMetrics>
#include <QTextLayout>

namespace madoguchi::test {
namespace {

/// As Qt breaks the text in a list.
QStringList linesOf(QString text, int width) {
  QTextLayout layout(text.replace(u'\n', QChar::LineSeparator), QApplication::font());
  QTextOption option;
  option.setWrapMode(QTextOption::WordWrap);
  layout.setTextOption(option);
  layout.beginLayout();
  QStringList lines;
  for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
    line.setLineWidth(width);
    lines << layout.text()
                 .mid(line.textStart(), line.textLength())
                 .remove(QChar(0x2060))
                 .remove(QChar::LineSeparator)
                 .trimmed();
  }
  layout.endLayout();
  return lines;
}

const QString kRow = QStringLiteral("静岡県浜松市中央区（しずおかけん はままつしちゅうおうく）");

TEST(KeptWords, AreNotTornWhereTheyFit) {
  const QFontMetrics metrics(QApplication::font());
  const int width = metrics.horizontalAdvance(QStringLiteral("はままつしちゅうおうく）")) + 2;
  EXPECT_EQ(linesOf(app::withKeptWords(kRow, metrics, width), width),
            (QStringList{"静岡県浜松市中央区", "（しずおかけん", "はままつしちゅうおうく）"}));
  EXPECT_NE(linesOf(kRow, width).last(), "はままつしちゅうおうく）") << "Qt by itself";
  const QString notes =
      QStringLiteral("まえの 北区は 2つに なりました。まちの なまえ\nsan Francisco 市");
  for (const int narrow : {width / 2, width}) {
    for (const QString& line : linesOf(app::withKeptWords(notes, metrics, narrow), narrow)) {
      EXPECT_TRUE(notes.startsWith(line) || notes.contains(u' ' + line) ||
                  notes.contains(u'。' + line) || notes.contains(u'\n' + line))
          << line.toStdString();
    }
  }
}

TEST(KeptWords, ThatAreWiderThanTheLineAreBrokenAsEver) {
  const QFontMetrics metrics(QApplication::font());
  const int width = metrics.horizontalAdvance(QStringLiteral("はままつ"));
  const QString word = QStringLiteral("はままつしちゅうおうく");
  EXPECT_EQ(app::withKeptWords(word, metrics, width), word);
  EXPECT_EQ(linesOf(word, width).join(QString()), word);
}

TEST(KeptWords, LoseNothing) {
  const QFontMetrics metrics(QApplication::font());
  for (const QString& text :
       {QString(), QStringLiteral(" "), QStringLiteral("あ"), kRow,
        QStringLiteral("𠮟る 🏠 e\u0301 Ōsaka-shi\n。、（"), QStringLiteral("a  b")}) {
    EXPECT_EQ(app::withKeptWords(text, metrics, 10'000).remove(QChar(0x2060)), text);
  }
}

}  // namespace
}  // namespace madoguchi::test
