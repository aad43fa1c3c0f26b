#include <QAbstractButton>
#include <QScrollArea>
#include <QScrollBar>
#include <map>
#include <string>
#include <vector>

#include "app/widgets/look.h"
#include "app/widgets/ruby_text.h"
#include "tests/unit/app/pages/page_fixture.h"

// What must be seen without scrolling, and what must not move.

namespace madoguchi::test {
namespace {

using app::Page;

class RoomTest : public PageTest {
 protected:
  /// Layouts within layouts settle one after the other.
  static void settle() {
    for (int i = 0; i < 20; ++i) QCoreApplication::processEvents();
  }
  QRect placeOf(const char* name) {
    const QWidget* widget = find(name);
    return widget != nullptr ? QRect(widget->mapTo(&window(), QPoint()), widget->size()) : QRect();
  }
  /// The window, measured in its text.
  void resize(double width, double height) {
    window().resize(app::em(window(), width), app::em(window(), height));
    settle();
  }
};

TEST_F(RoomTest, TheHeaderIsLowInALowWindowAndHasEverything) {
  resize(22, 28);
  insert("maria");
  ASSERT_NO_FATAL_FAILURE(toSignaturePassword());
  for (const QString& language : app::Language::tags()) {
    speak(language);
    settle();
    const QWidget* header = find("header");
    EXPECT_LT(header->height() * 9, window().height() * 2) << "two ninths of the window";
    for (const char* name : {"header.back", "header.leave", "header.language.ja",
                             "header.language.easy", "header.language.en", "steps.number"}) {
      ASSERT_NE(find(name), nullptr) << name;
      EXPECT_TRUE(placeOf("header").contains(placeOf(name))) << name;
    }
    // Who does not see the heading below still hears the step's name.
    EXPECT_TRUE(
        find("steps.number")->accessibleName().contains(app::spokenText(qtTrId("steps.card"))));
  }
  resize(22, 40);
  EXPECT_EQ(find("steps.number"), nullptr);
  EXPECT_FALSE(textOf("steps.words").isEmpty());
}

TEST_F(RoomTest, TheLiveChecksAreSeenWithoutScrolling) {
  window();
  insert("maria");
  ASSERT_NO_FATAL_FAILURE(toBeforeYouStart());
  ASSERT_TRUE(eventually([&] { return flow().canGoNext(); }));
  for (const QString& language : app::Language::tags()) {
    speak(language);
    // The screen of the tests is low. With readings the page needs the height that the window asks
    // for.
    resize(52, language == "easy" ? 52 : 47.5);
    settle();
    const auto* view = find("before")->findChild<QScrollArea*>();
    ASSERT_EQ(view->verticalScrollBar()->value(), 0);
    const QRect seen(view->mapTo(&window(), QPoint()), view->size());
    for (const char* name : {"before.service", "before.reader", "before.card",
                             "before.certificates", "before.network"}) {
      EXPECT_TRUE(seen.contains(placeOf(name)))
          << language.toStdString() << ": " << name << " ends " << placeOf(name).bottom() << " of "
          << seen.bottom();
    }
  }
}

TEST_F(RoomTest, TheConfirmationOfTheCopyStandsBesideItsButtonAndMovesNothing) {
  window();
  ASSERT_NO_FATAL_FAILURE(toStep2());
  flow().submit();
  ASSERT_TRUE(waitForPage(Page::step3));
  settle();
  const std::vector<const char*> controls = {"step3.copy", "step3.print", "step3.pdf",
                                             "step3.finish"};
  std::map<std::string, QRect> before;
  for (const char* name : controls) before[name] = placeOf(name);
  EXPECT_EQ(find("step3.copied"), nullptr);
  ASSERT_TRUE(press("step3.copy"));
  settle();
  for (const char* name : controls) EXPECT_EQ(placeOf(name), before[name]) << name;
  const QRect copied = placeOf("step3.copied");
  const QRect button = placeOf("step3.copy");
  EXPECT_GT(copied.left(), button.right());
  EXPECT_TRUE(copied.top() < button.bottom() && copied.bottom() > button.top());
}

}  // namespace
}  // namespace madoguchi::test
