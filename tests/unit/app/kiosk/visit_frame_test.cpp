#include "app/kiosk/visit_frame.h"

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include "app/core/idle_clock.h"
#include "app/core/language.h"
#include "app/kiosk/visit_pages.h"
#include "app/widgets/look.h"
#include "tests/unit/app/event_loop.h"

namespace madoguchi::test {
namespace {

using app::VisitWatch;

class VisitFrameTest : public ::testing::Test {
 protected:
  VisitFrameTest() {
    language.set(QStringLiteral("en"));
    content = new QWidget;
    auto* column = new QVBoxLayout(content);
    line = new QLineEdit(content);
    column->addWidget(line);
    frame = std::make_unique<app::VisitFrame>(*content, watch);
    frame->resize(1280, 900);
    frame->show();
    frame->activateWindow();
    line->setFocus();
    EXPECT_TRUE(eventually([this] { return line->hasFocus(); }));
  }
  QAbstractButton* button(const char* name) {
    for (auto* one : frame->findChildren<QAbstractButton*>(QLatin1String(name)))
      if (one->isVisible()) return one;
    return nullptr;
  }

  app::Language language;
  app::IdleClock idle;
  VisitWatch watch{idle, {std::chrono::hours(2), std::chrono::hours(1)}};
  QWidget* content;
  QLineEdit* line;
  std::unique_ptr<app::VisitFrame> frame;
};

TEST_F(VisitFrameTest, TheQuestionStandsInPlaceOfWhatThePersonWasDoing) {
  ASSERT_NE(button("visit.end"), nullptr) << "always in view";
  QTest::keyClicks(line, QStringLiteral("a"));
  QSignalSpy left(line, &QLineEdit::editingFinished);
  button("visit.end")->click();
  EXPECT_EQ(watch.question(), VisitWatch::Question::end);
  EXPECT_FALSE(content->isVisible());
  EXPECT_EQ(left.size(), 1) << "so that a draft is kept while the person thinks";
  ASSERT_NE(button("visitQuestion.goOn"), nullptr);
  button("visitQuestion.goOn")->click();
  EXPECT_TRUE(content->isVisible());
  EXPECT_TRUE(line->hasFocus()) << "as it was";
}

TEST_F(VisitFrameTest, TheWayOutIsReachedAfterThePageHoweverLateThatCame) {
  auto* later = new QLineEdit(content);
  content->layout()->addWidget(later);
  later->show();
  line->setFocus();
  QTest::keyClick(line, Qt::Key_Tab);
  EXPECT_TRUE(later->hasFocus());
  QTest::keyClick(later, Qt::Key_Tab);
  EXPECT_TRUE(button("visit.end")->hasFocus());
  QTest::keyClick(button("visit.end"), Qt::Key_Tab);
  EXPECT_TRUE(line->hasFocus());
}

TEST_F(VisitFrameTest, AtTheEndNothingOfTheVisitIsShown) {
  watch.askToEnd();
  button("visitQuestion.end")->click();
  EXPECT_TRUE(watch.isOver());
  app::VisitEndPage& page = frame->showEnd();
  EXPECT_FALSE(content->isVisible());
  EXPECT_EQ(button("visit.end"), nullptr);
  auto* card = page.findChild<QWidget*>(QStringLiteral("visitEnd.card"));
  EXPECT_FALSE(card->isVisible());
  page.setCard(true);
  EXPECT_TRUE(card->isVisible());
}

TEST_F(VisitFrameTest, OnATallScreenAllIsWithinReach) {
  frame->resize(1080, 1920);
  QCoreApplication::processEvents();
  EXPECT_GE(content->mapTo(frame.get(), QPoint()).y(), 1920 / 3);
  frame->resize(1920, 1080);
  QCoreApplication::processEvents();
  EXPECT_EQ(content->mapTo(frame.get(), QPoint()).y(), 0);
}

TEST_F(VisitFrameTest, KeysLeaveRoomToReadInWhereTextIsLarge) {
  const auto* keys = frame->findChild<QWidget*>(QStringLiteral("screenKeyboard"));
  ASSERT_TRUE(keys->isVisible());
  const int usual = keys->height();
  app::setTextSize(2);
  EXPECT_TRUE(eventually([&] { return keys->height() <= usual; }));
  frame->resize(900, 2400);
  EXPECT_TRUE(eventually([&] { return keys->height() > usual; })) << "there is room for large ones";
  app::setTextSize(1);
}

}  // namespace
}  // namespace madoguchi::test
