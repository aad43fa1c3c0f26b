#include <QClipboard>
#include <QDate>
#include <QGuiApplication>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <algorithm>

#include "app/kit/texts.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/ruby_text.h"
#include "tests/unit/app/pages/page_fixture.h"

// STEP3: the authentication ID on the screen, in the clipboard and on paper.

namespace madoguchi::test {
namespace {

class Step3Test : public PageTest {
 protected:
  /// Without spaces: lines break anywhere.
  static QString compared(const QString& text) {
    return QString(text).remove(QRegularExpression(QStringLiteral("\\s")));
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
  EXPECT_EQ(id->text(), "bcdfg01234");
  EXPECT_EQ(id->role(), app::RubyLabel::Role::large);
  ASSERT_TRUE(press("step3.copy"));
  EXPECT_EQ(QGuiApplication::clipboard()->text(), "bcdfg01234");
  EXPECT_FALSE(textOf("step3.copied").isEmpty());
}

TEST_F(Step3Test, SavesTheIdAndTheNextStepsInThePersonsLanguage) {
  QStringList all;
  for (const QString& language : app::Language::tags()) {
    speak(language);
    const QString words = savedWords();
    for (const QString& wanted :
         {QStringLiteral("bcdfg01234"), server->settings().origin, QString::fromLatin1(kHelpDesk)})
      EXPECT_TRUE(words.contains(compared(wanted))) << words.toStdString();
    // What is searched is the text once, without its readings, and in characters of its own.
    for (const char* text : {"app.system", "receipt.title", "step3.keep", "step3.next"}) {
      for (const QString& piece : app::spokenText(qtTrId(text)).split(u'\n'))
        EXPECT_TRUE(words.contains(compared(piece))) << piece.toStdString();
    }
    EXPECT_TRUE(words.contains(QString::number(app::dayInJapan().year())));
    EXPECT_FALSE(words.contains(app::dayInJapan().toString(Qt::ISODate))) << "no date for people";
    EXPECT_FALSE(words.contains("maria@example.com"));
    all << words;
  }
  EXPECT_EQ(all.removeDuplicates(), 0);
}

TEST_F(Step3Test, PrintsTheSameAndSaysWhatHasBecomeOfIt) {
  ASSERT_TRUE(press("step3.print"));
  ASSERT_EQ(outlets.printed.size(), 1U);
  EXPECT_TRUE(std::ranges::any_of(outlets.printed.front().lines,
                                  [](const auto& line) { return line.text == "bcdfg01234"; }));
  const QString printed = textOf("step3.said");
  EXPECT_FALSE(printed.isEmpty());
  outlets.printing = app::Outlets::Outcome::failed;
  ASSERT_TRUE(press("step3.print"));
  EXPECT_NE(textOf("step3.said"), printed);
  outlets.printing = app::Outlets::Outcome::tooManyPages;
  ASSERT_TRUE(press("step3.print"));
  EXPECT_EQ(textOf("step3.said"), outlets.tooManyPages());
  outlets.file = QStringLiteral("/nowhere/receipt.pdf");
  ASSERT_TRUE(press("step3.pdf"));
  EXPECT_TRUE(wordsOf("step3.saved").contains(app::spokenText(qtTrId("file.notSaved"))));
  EXPECT_EQ(find("step3.saved.open"), nullptr);
}

TEST_F(Step3Test, HasTheDayOfJapanWhereverTheComputerThinksItIs) {
  const QByteArray before = qgetenv("TZ");
  // 26 hours apart: one of them always has another day than Japan.
  for (const char* zone : {"Etc/GMT+12", "Etc/GMT-14"}) {
    qputenv("TZ", zone);
    const auto said = [] { return qtTrId("receipt.day").arg(app::writtenDate(app::dayInJapan())); };
    const QString atFirst = said();
    ASSERT_TRUE(press("step3.print"));
    const QStringList right = {atFirst, said()};  // midnight may have passed
    EXPECT_TRUE(std::ranges::any_of(outlets.printed.back().lines, [&](const auto& line) {
      return right.contains(line.text);
    })) << zone;
  }
  if (before.isNull()) {
    qunsetenv("TZ");
  } else {
    qputenv("TZ", before);
  }
}

TEST_F(Step3Test, SaysWhereItHasSavedAndShowsTheFolder) {
  const QTemporaryDir folder;
  const QString file = folder.filePath(QStringLiteral("{a|b}.pdf"));
  outlets.file = file;
  EXPECT_EQ(find("step3.saved"), nullptr);
  ASSERT_TRUE(press("step3.pdf"));
  EXPECT_EQ(textOf("step3.saved.where"), file) << "which is no markup";
  ASSERT_TRUE(press("step3.saved.open"));
  EXPECT_EQ(outlets.foldersShown, QStringList{file});
}

TEST_F(Step3Test, PutsTheTextsInTheirOrder) {
  speak("easy");
  const QString words = savedWords();
  qsizetype last = -1;
  for (const QString& wanted :
       {app::spokenText(qtTrId("app.system")), app::spokenText(qtTrId("receipt.title")),
        QStringLiteral("bcdfg01234"), app::spokenText(qtTrId("step3.keep")),
        app::spokenText(qtTrId("step3.next.title")), app::spokenText(qtTrId("receipt.help"))}) {
    const qsizetype at = words.indexOf(compared(wanted), last + 1);
    EXPECT_GT(at, last) << wanted.toStdString();
    last = at;
  }
}

TEST_F(Step3Test, SaysNothingWhereThePersonCallsItOff) {
  outlets.printing.reset();
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
