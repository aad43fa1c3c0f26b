#include <QClipboard>
#include <QDate>
#include <QGuiApplication>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <algorithm>

#include "app/widgets/ruby_label.h"
#include "app/widgets/ruby_text.h"
#include "tests/unit/app/pages/page_fixture.h"

// STEP3: the authentication ID on the screen, in the clipboard and on paper.

namespace madoguchi::test {
namespace {

class Step3Test : public PageTest {
 protected:
  /// Without spaces, and with characters of one shape made the same: a font has one glyph for ⼤
  /// and 大, and for the middle dots.
  static QString compared(const QString& text) {
    return text.normalized(QString::NormalizationForm_KC)
        .remove(QRegularExpression(QStringLiteral("[\\s・‧•·]")));
  }
  void SetUp() override {
    window();
    ASSERT_NO_FATAL_FAILURE(toStep2());
    flow().submit();
    ASSERT_TRUE(waitForPage(app::Page::step3));
  }
  /// The words of the saved file, as an independent reader finds them, without spaces.
  QString savedWords() {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("receipt.pdf"));
    outlets.file = file;
    EXPECT_TRUE(press("step3.pdf"));
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), file, QStringLiteral("-")});
    EXPECT_TRUE(reader.waitForFinished()) << "pdftotext of poppler-utils";
    return compared(QString::fromUtf8(reader.readAllStandardOutput()));
  }
};

TEST_F(Step3Test, ShowsTheAuthenticationIdLargeAndCopiesIt) {
  const auto* id = find<app::RubyLabel>("step3.authenticationId");
  ASSERT_NE(id, nullptr);
  EXPECT_EQ(id->text(), "AB12345678");
  EXPECT_EQ(id->role(), app::RubyLabel::Role::large);
  ASSERT_TRUE(press("step3.copy"));
  EXPECT_EQ(QGuiApplication::clipboard()->text(), "AB12345678");
  EXPECT_FALSE(textOf("step3.copied").isEmpty());
}

TEST_F(Step3Test, SavesTheIdAndTheNextStepsInThePersonsLanguage) {
  QStringList all;
  for (const QString& language : app::Language::tags()) {
    speak(language);
    const QString words = savedWords();
    EXPECT_TRUE(words.contains("AB12345678")) << words.toStdString();
    // Readings stand between the lines, so a text with ruby is looked for in its kana.
    for (const char* text : {"receipt.title", "step3.keep", "step3.next"}) {
      for (const app::RubyRun& run : app::RubyText::fromMarkup(qtTrId(text)).runs) {
        for (const QString& piece : run.base.split(u'\n'))
          EXPECT_TRUE(words.contains(compared(piece))) << piece.toStdString();
      }
    }
    EXPECT_TRUE(words.contains(QString::number(QDate::currentDate().year())));
    EXPECT_FALSE(words.contains(QDate::currentDate().toString(Qt::ISODate)))
        << "no date for people";
    EXPECT_FALSE(words.contains("maria@example.com"));
    all << words;
  }
  EXPECT_EQ(all.removeDuplicates(), 0);
}

TEST_F(Step3Test, PrintsTheSameAndSaysWhatHasBecomeOfIt) {
  ASSERT_TRUE(press("step3.print"));
  ASSERT_EQ(outlets.printed.size(), 1U);
  EXPECT_TRUE(std::ranges::any_of(outlets.printed.front().lines,
                                  [](const auto& line) { return line.text == "AB12345678"; }));
  const QString printed = textOf("step3.said");
  EXPECT_FALSE(printed.isEmpty());
  outlets.printing = app::Outlets::Outcome::failed;
  ASSERT_TRUE(press("step3.print"));
  EXPECT_NE(textOf("step3.said"), printed);
  outlets.file = QStringLiteral("/nowhere/receipt.pdf");
  ASSERT_TRUE(press("step3.pdf"));
  EXPECT_EQ(textOf("step3.said"), app::spokenText(qtTrId("step3.notSaved")));
}

TEST_F(Step3Test, SaysNothingWhereThePersonCallsItOff) {
  outlets.printing = app::Outlets::Outcome::calledOff;
  ASSERT_TRUE(press("step3.print"));
  ASSERT_TRUE(press("step3.pdf"));
  EXPECT_EQ(textOf("step3.said"), "");
}

class Step3WithoutOutletsTest : public Step3Test {
 protected:
  void SetUp() override {
    using Kind = app::Outlets::Kind;
    outlets.refused = {Kind::print, Kind::file, Kind::clipboard};
    Step3Test::SetUp();
  }
};

TEST_F(Step3WithoutOutletsTest, OffersOnlyWhatTheyOffer) {
  EXPECT_FALSE(textOf("step3.authenticationId").isEmpty());
  for (const char* way : {"step3.copy", "step3.print", "step3.pdf"})
    EXPECT_EQ(find(way), nullptr) << way;
  key(find("step3"), Qt::Key_Return);  // ends the visit, since there is nothing to copy
  EXPECT_NE(find("top"), nullptr);
}

}  // namespace
}  // namespace madoguchi::test
