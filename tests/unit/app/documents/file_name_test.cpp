#include "app/rooms/application/documents/file_name.h"

#include <gtest/gtest.h>

#include <QDir>

#include "protocol/plain_text.h"

namespace madoguchi::app {
namespace {

TEST(FileName, StaysWhatItIsWhereTheServiceTakesIt) {
  for (const QString name : {"在留カード（表）.pdf", "R&D 100%2 {a|b}.PDF", ".pdf", "no ending",
                             "👩‍👩‍👧 नेपाली‌.jpg"}) {
    EXPECT_EQ(handedInName(QStringLiteral("/home/it's/") + name), name);
  }
}

TEST(FileName, OfAMacIsComposed) {
  EXPECT_EQ(handedInName(QString::fromUtf8("か\u3099くせい e\u0301.pdf")),
            QString::fromUtf8("がくせい é.pdf"));
}

TEST(FileName, HoldsNothingThatCannotBeSeenOrTurnsReading) {
  EXPECT_EQ(handedInName(QStringLiteral("two\nlines\x7f\u2028\u0085.pdf")),
            QStringLiteral("twolines.pdf"));
  EXPECT_EQ(handedInName(QString::fromUtf8("a\u202Efdp.exe\u200E")), QStringLiteral("afdp.exe"));
  // On Windows these are folders.
  const bool isName = QDir::separator() == u'/';
  EXPECT_EQ(handedInName(QStringLiteral("C:\\a\\")),
            isName ? QStringLiteral("C:_a_") : QStringLiteral("_"));
  EXPECT_EQ(handedInName(QStringLiteral("\n")), QStringLiteral("_"));
}

TEST(FileName, ThatIsTooLongLosesItsEndButNotItsEnding) {
  // As Windows, Mac and sticks have them: 255 characters.
  for (const QString letter : {"あ", "👩‍👩‍👧", "é"}) {
    const QString name = handedInName(letter.repeated(250 / letter.size()) + ".jpeg");
    const QByteArray sent = name.toUtf8();
    EXPECT_TRUE(protocol::isFileName(sent.toStdString())) << sent.toStdString();
    EXPECT_GT(sent.size(), 200);
    EXPECT_TRUE(letter == "é" ? true : name.endsWith("….jpeg")) << sent.toStdString();
    EXPECT_TRUE(name.startsWith(letter));
    EXPECT_FALSE(name.contains(QChar::ReplacementCharacter));
  }
  EXPECT_TRUE(handedInName(QString(300, 'a') + ".a long ending").endsWith("…"));
}

}  // namespace
}  // namespace madoguchi::app
