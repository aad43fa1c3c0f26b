#include <QApplication>

#include "app/widgets/message_panel.h"
#include "tests/unit/app/pages/page_fixture.h"

// The card is taken away: wherever that was, the reason is read and heard; when it is back, nothing
// is red any more.

namespace madoguchi::test {
namespace {

using app::MessagePanel;
using app::Page;

class CardAwayTest : public PageTest {
 protected:
  void takeAway() {
    remove();
    ASSERT_TRUE(waitForPage(Page::beforeYouStart));
    QCoreApplication::processEvents();
    expectReason();
  }
  void expectReason() {
    const QWidget* panel = find("before.returned");
    ASSERT_NE(panel, nullptr);
    const QWidget* focus = QApplication::focusWidget();
    ASSERT_NE(focus, nullptr);
    EXPECT_TRUE(panel->isAncestorOf(focus)) << focus->objectName().toStdString();
    EXPECT_EQ(find<MessagePanel>("before.returned")->kind(), MessagePanel::Kind::error);
    EXPECT_TRUE(wordsOf("before.returned").contains("taken away"));
    EXPECT_TRUE(wordsOf("before.returned").contains("Put the same card back"));
  }
  void putBack() {
    insert("maria");
    ASSERT_TRUE(eventually([&] { return flow().canGoNext(); }));
  }
};

TEST_F(CardAwayTest, IsSaidOnEveryPage) {
  window();
  ASSERT_NO_FATAL_FAILURE(toSignaturePassword());
  ASSERT_NO_FATAL_FAILURE(takeAway());
  EXPECT_FALSE(wordsOf("before.returned").contains("form")) << "there was none yet";
  putBack();
  ASSERT_NO_FATAL_FAILURE(toAuthenticationPin());
  ASSERT_NO_FATAL_FAILURE(takeAway());
  putBack();
  ASSERT_NO_FATAL_FAILURE(toStep1());
  fillForm();
  ASSERT_NO_FATAL_FAILURE(takeAway());
  EXPECT_TRUE(wordsOf("before.returned").contains("form is still there"));
  putBack();
  ASSERT_NO_FATAL_FAILURE(toStep1());
  flow().check();
  ASSERT_EQ(flow().page(), Page::step2);
  ASSERT_NO_FATAL_FAILURE(takeAway());
}

TEST_F(CardAwayTest, IsNoErrorAnyMoreWhenItIsBack) {
  window();
  ASSERT_NO_FATAL_FAILURE(toSignaturePassword());
  ASSERT_NO_FATAL_FAILURE(takeAway());
  putBack();
  EXPECT_EQ(find<MessagePanel>("before.returned")->kind(), MessagePanel::Kind::notice);
  for (const QString& language : app::Language::tags()) {
    speak(language);
    EXPECT_FALSE(wordsOf("before.returned").contains("MG-")) << language.toStdString();
  }
  speak("en");
  EXPECT_TRUE(wordsOf("before.returned").contains("passwords have been deleted"));
  EXPECT_FALSE(wordsOf("before.returned").contains("Put the same card back"));
  remove();
  ASSERT_TRUE(eventually([&] { return !flow().canGoNext(); }));
  EXPECT_TRUE(wordsOf("before.returned").contains("Put the same card back"));
}

}  // namespace
}  // namespace madoguchi::test
