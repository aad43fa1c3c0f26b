#include <QImage>
#include <QLabel>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include "app/core/guide.h"
#include "app/kit/guide_view.h"
#include "app/kit/printed_document.h"
#include "app/widgets/ruby_label.h"
#include "tests/unit/app/pages/page_fixture.h"
#include "tests/unit/app/pages/page_names.h"

// The user guide: in the window at the place where the person is, and on paper.

namespace madoguchi::test {
namespace {

class GuideViewTest : public PageTest {
 protected:
  /// The title of the chapter that help opens here; empty where it does not.
  QString openedAt() {
    key(&window(), Qt::Key_F1);
    return textOf("help.guide.title");
  }
};

TEST_F(GuideViewTest, OpensAtThePlaceWhereThePersonIs) {
  window();
  EXPECT_EQ(openedAt(), "What this program does");
  ASSERT_TRUE(press("help.close"));
  toStep1WithoutCard(forms::Entrance::coeByEmail);
  EXPECT_EQ(openedAt(), "Fill in, check and send the form");
  EXPECT_TRUE(shown().contains("You are never registered twice"));
  EXPECT_TRUE(shown().contains(kHelpDesk)) << "and whom to ask";
  speak("ja");
  EXPECT_EQ(textOf("help.guide.title"), "入力、確認、送信");
  EXPECT_FALSE(shown().contains("You are never registered twice"));
}

TEST_F(GuideViewTest, LeadsToEveryOtherChapter) {
  window();
  ASSERT_FALSE(openedAt().isEmpty());
  const app::Guide guide = app::guideIn("en");
  for (std::size_t i = guide.chapters.size(); i-- > 0;) {
    ASSERT_TRUE(press(("help.guide.chapter" + std::to_string(i)).c_str())) << i;
    EXPECT_EQ(textOf("help.guide.title"), app::spokenText(guide.chapters[i].title));
    EXPECT_TRUE(find("help.guide.title")->hasFocus()) << "reading goes on there";
  }
}

TEST_F(GuideViewTest, HasAChapterAndPicturesForEveryPlace) {
  window();
  const QStringList places = pageNamesOf(rooms());
  EXPECT_TRUE(places.contains("top"));
  EXPECT_TRUE(places.contains("loginPassword"));
  EXPECT_TRUE(places.contains(window().place().page));
  for (const QString& language : app::Language::tags()) {
    const app::Guide guide = app::guideIn(language);
    for (const QString& place : places) {
      EXPECT_EQ(std::ranges::count_if(guide.chapters,
                                      [&](const auto& one) { return one.places.contains(place); }),
                1)
          << place.toStdString();
    }
    for (const app::GuideChapter& chapter : guide.chapters) {
      EXPECT_FALSE(chapter.blocks.empty()) << chapter.title.toStdString();
      for (const app::GuideBlock& block : chapter.blocks) {
        if (block.kind != app::GuideBlock::Kind::picture) continue;
        EXPECT_GE(QImage(block.picture).width(), 500) << block.picture.toStdString();
        EXPECT_LE(QFile(block.picture).size(), 40'000) << block.picture.toStdString();
      }
    }
  }
}

TEST_F(GuideViewTest, PicturesSayWhatTheyShow) {
  window();
  ASSERT_FALSE(openedAt().isEmpty());
  bool met = false;
  for (const auto* label : window().findChildren<QLabel*>())
    met = met || (label->isVisible() && label->accessibleName() == "The top page" &&
                  label->height() > 100);
  EXPECT_TRUE(met);
}

TEST_F(GuideViewTest, PicturesTakeTheRoomTheyNeedAndGrowWithTheText) {
  window().resize(1200, 900);
  ASSERT_FALSE(openedAt().isEmpty());
  const auto picture = [&]() -> QLabel* {
    for (auto* label : window().findChildren<QLabel*>())
      if (label->isVisible() && label->accessibleName() == "The top page") return label;
    return nullptr;
  };
  ASSERT_NE(picture(), nullptr);
  const int usual = picture()->width();
  EXPECT_EQ(usual, picture()->pixmap().width());
  EXPECT_EQ(picture()->parentWidget()->heightForWidth(1000),
            picture()->parentWidget()->heightForWidth(1001))
      << "it is no higher where there is more room than it takes";
  ASSERT_TRUE(eventually([&] {
    QCoreApplication::processEvents();
    return picture()->height() == picture()->heightForWidth(usual);
  }));
  ASSERT_TRUE(press("textSize.A+"));
  EXPECT_TRUE(eventually([&] { return picture()->width() > usual; }));
}

TEST_F(GuideViewTest, IsPrintedWhereSomethingMayBe) {
  window();
  ASSERT_FALSE(openedAt().isEmpty());
  ASSERT_TRUE(press("help.guide.print"));
  ASSERT_EQ(outlets.printed.size(), 1U);
  EXPECT_EQ(outlets.printed.front().title, "User guide");
  EXPECT_EQ(textOf("help.guide.said"), "Sent to the printer");
  outlets.printing = app::Outlets::Outcome::failed;
  ASSERT_TRUE(press("help.guide.print"));
  EXPECT_EQ(textOf("help.guide.said"), app::spokenText(qtTrId("help.guide.notPrinted")));
  outlets.printing = app::Outlets::Outcome::tooManyPages;
  ASSERT_TRUE(press("help.guide.print"));
  EXPECT_EQ(textOf("help.guide.said"), outlets.tooManyPages());
  EXPECT_TRUE(outlets.tooManyPages().contains("20 pages"));
  ASSERT_TRUE(press("help.close"));
  outlets.refused = {app::Outlets::Kind::print};
  ASSERT_FALSE(openedAt().isEmpty());
  EXPECT_EQ(find("help.guide.print"), nullptr);
}

TEST_F(GuideViewTest, IsWholeOnPaper) {
  const QTemporaryDir folder;
  const QString file = folder.filePath("guide.pdf");
  const app::Document document = app::printedGuide(app::guideIn("en"));
  ASSERT_TRUE(app::writePdf(file, document));
  QProcess reader;
  reader.start("pdftotext", {"-raw", file, "-"});
  ASSERT_TRUE(reader.waitForFinished()) << "pdftotext of poppler-utils";
  const QStringList pages =
      QString::fromUtf8(reader.readAllStandardOutput()).split(u'\f', Qt::SkipEmptyParts);
  EXPECT_GT(pages.size(), 2);
  // Without spaces, and with characters of one shape made the same, as a font may have one for two.
  const auto compared = [](const QString& words) {
    return words.normalized(QString::NormalizationForm_KC)
        .remove(QRegularExpression(QStringLiteral("[\\s・‧•·]")));
  };
  const QString text = compared(pages.join(u' '));
  for (const app::Document::Line& line : document.lines)
    EXPECT_TRUE(text.contains(compared(line.text))) << line.text.toStdString();
  for (const QString& page : pages) {
    const QString last = page.trimmed().section(u'\n', -1);
    for (std::size_t i = 0; i < document.lines.size(); ++i) {
      const app::Document::Line& line = document.lines[i];
      // A picture is what it is of, and no text.
      const bool headsText = line.heading && (i + 1 == document.lines.size() ||
                                              document.lines[i + 1].picture.isEmpty());
      EXPECT_FALSE(headsText && line.text == last) << "a heading ends a page: " << qPrintable(last);
    }
  }
}

}  // namespace
}  // namespace madoguchi::test
