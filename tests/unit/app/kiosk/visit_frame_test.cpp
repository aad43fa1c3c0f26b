#include "app/kiosk/visit_frame.h"

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>
#include <QWindow>

#include "app/core/idle_clock.h"
#include "app/core/language.h"
#include "app/kiosk/visit_pages.h"
#include "app/widgets/look.h"
#include "tests/unit/app/event_loop.h"

namespace madoguchi::test {
namespace {

using app::VisitWatch;

/// Tells the clock what a person does as the window of the program does: before what they touch
/// hears of it.
class Presence : public QObject {
 public:
  explicit Presence(app::IdleClock& idle) : m_idle(idle) { qApp->installEventFilter(this); }

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override {
    const bool isAction = event->type() == QEvent::KeyPress ||
                          event->type() == QEvent::MouseButtonPress ||
                          event->type() == QEvent::MouseMove;
    if (isAction && watched->isWidgetType()) m_idle.noteActivity();
    return false;
  }

 private:
  app::IdleClock& m_idle;
};

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
  [[nodiscard]] QPoint middleOf(const QWidget& widget) const {
    return widget.mapTo(frame.get(), widget.rect().center());
  }
  /// By way of the screen, with time in between for what the press did.
  void touch(const QPoint& place) {
    QTest::mousePress(frame->windowHandle(), Qt::LeftButton, {}, place);
    QCoreApplication::processEvents();
    QTest::mouseRelease(frame->windowHandle(), Qt::LeftButton, {}, place);
    QCoreApplication::processEvents();
  }
  void pressSpace() {
    QTest::keyPress(frame->windowHandle(), Qt::Key_Space);
    QCoreApplication::processEvents();
    QTest::keyRelease(frame->windowHandle(), Qt::Key_Space);
    QCoreApplication::processEvents();
  }
  /// Nobody does anything for as long as it takes to be asked.
  bool waitForIdleQuestion() {
    now += std::chrono::hours(1);
    return eventually([this] { return watch.question() == VisitWatch::Question::idle; });
  }

  app::Language language;
  app::IdleClock::Time now;
  app::IdleClock idle{[this] { return now; }, std::chrono::milliseconds(10)};
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

TEST_F(VisitFrameTest, WhoeverIsAskedWhetherTheyAreThereAnswersWithATouchAndCanEndThen) {
  const Presence presence(idle);
  const QPoint wayOut = middleOf(*button("visit.end"));
  ASSERT_TRUE(waitForIdleQuestion());
  EXPECT_FALSE(content->isVisible());
  EXPECT_EQ(button("visitQuestion.end"), nullptr) << "a touch on it would go on";
  ASSERT_NE(button("visitQuestion.goOn"), nullptr);
  touch(middleOf(*button("visitQuestion.goOn")));
  EXPECT_EQ(watch.question(), VisitWatch::Question::none);
  EXPECT_TRUE(content->isVisible());

  ASSERT_TRUE(waitForIdleQuestion());
  touch(wayOut);
  EXPECT_EQ(watch.question(), VisitWatch::Question::none) << "it only goes on";
  ASSERT_NE(button("visit.end"), nullptr);
  touch(middleOf(*button("visit.end")));
  EXPECT_EQ(watch.question(), VisitWatch::Question::end);
  ASSERT_NE(button("visitQuestion.end"), nullptr);
  touch(middleOf(*button("visitQuestion.end")));
  EXPECT_TRUE(watch.isOver());
}

TEST_F(VisitFrameTest, WhoeverIsAskedWhetherTheyAreThereAnswersWithAKeyAndCanEndThen) {
  const Presence presence(idle);
  ASSERT_TRUE(waitForIdleQuestion());
  pressSpace();
  EXPECT_EQ(watch.question(), VisitWatch::Question::none);
  EXPECT_TRUE(content->isVisible());
  button("visit.end")->setFocus();
  pressSpace();
  EXPECT_EQ(watch.question(), VisitWatch::Question::end);
  ASSERT_NE(button("visitQuestion.end"), nullptr);
  button("visitQuestion.end")->setFocus();
  pressSpace();
  EXPECT_TRUE(watch.isOver());
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
