#include <QApplication>
#include <QSessionManager>
#include <QTest>

#include "app/core/system.h"
#include "app/widgets/ruby_button.h"
#include "tests/unit/app/pages/page_fixture.h"

// What is said where the person gives up what is under way, and asked before something is lost.

namespace madoguchi::test {
namespace {

using app::Page;
using app::RubyButton;

class LeavingTest : public PageTest {
 protected:
  void TearDown() override { server->release(); }
  /// Until the service has the request, and does not answer.
  void submitInto(const char* path, ScriptedServer::Answer later = {}) {
    window();
    ASSERT_NO_FATAL_FAILURE(toStep2());
    later.never = true;
    server->answer(path, std::move(later));
    ASSERT_TRUE(press("step2.submit"));
    ASSERT_TRUE(eventually([&] { return !server->requests(path).empty(); }));
    ASSERT_EQ(flow().page(), Page::submitting);
  }
};

TEST_F(LeavingTest, WhoCancelsBeforeAnythingWasSentIsToldSo) {
  ASSERT_NO_FATAL_FAILURE(submitInto("/v1/nonces"));
  EXPECT_TRUE(textOf("submitting.whatCancelDoes").contains("Nothing has been sent"));
  ASSERT_TRUE(press("submitting.cancel"));
  EXPECT_EQ(flow().page(), Page::step2);
  EXPECT_TRUE(wordsOf("step2.calledOff").contains("Nothing was sent"));
  EXPECT_TRUE(isPresented("step2.calledOff"));
  expectInAllLanguages("step2.calledOff");
  // It is news once.
  flow().back();
  flow().check();
  EXPECT_EQ(flow().page(), Page::step2);
  EXPECT_EQ(find("step2.calledOff"), nullptr);
}

TEST_F(LeavingTest, WhoCancelsAfterItWasSentIsToldThatItMayHaveArrived) {
  ASSERT_NO_FATAL_FAILURE(submitInto("/v1/registrations"));
  EXPECT_TRUE(textOf("submitting.whatCancelDoes").contains("has been sent"));
  key(&window(), Qt::Key_Escape);
  EXPECT_EQ(flow().page(), Page::step2);
  EXPECT_TRUE(wordsOf("step2.calledOff").contains("may be registered already"));
  EXPECT_TRUE(isPresented("step2.calledOff"));
  expectInAllLanguages("step2.calledOff");
  ASSERT_TRUE(press("header.leave"));
  EXPECT_TRUE(wordsOf("leave").contains("not known yet whether it arrived"));
  ASSERT_TRUE(press("leave.no"));
  // To press again finds out.
  server->release();
  giveSecretsAgain("MADO1234", "1234");
  ASSERT_TRUE(eventually([&] { return !flow().secretsNeeded(); }));
  ASSERT_TRUE(press("step2.submit"));
  EXPECT_TRUE(textOf("submitting.whatCancelDoes").contains("has been sent"));
  ASSERT_TRUE(waitForPage(Page::step3));
  EXPECT_FALSE(flow().mayHaveArrived());
}

TEST_F(LeavingTest, TheWindowClosesWhereNothingIsLost) {
  EXPECT_TRUE(window().close());
  window().show();
  ASSERT_NO_FATAL_FAILURE(toSignaturePassword());
  EXPECT_TRUE(window().close());
}

TEST_F(LeavingTest, TheWindowAsksBeforeWhatWasTypedIsLost) {
  window();
  ASSERT_NO_FATAL_FAILURE(toStep1());
  fillForm();
  EXPECT_FALSE(window().close());
  EXPECT_TRUE(isPresented("leave"));
  expectInAllLanguages("leave");
  EXPECT_EQ(find<RubyButton>("leave.no")->kind(), RubyButton::Kind::primary);
  EXPECT_EQ(find<RubyButton>("leave.yes")->kind(), RubyButton::Kind::destructive);
  EXPECT_FALSE(wordsOf("leave").contains("arrived"));
  EXPECT_FALSE(window().close()) << "it is asked, not counted";
  key(&window(), Qt::Key_Escape);
  EXPECT_EQ(find("leave"), nullptr);
  EXPECT_EQ(flow().page(), Page::step1);
  EXPECT_EQ(valueOf("email"), "maria@example.com");
  EXPECT_FALSE(window().close());
  ASSERT_TRUE(press("leave.yes"));
  EXPECT_FALSE(window().isVisible());
}

TEST_F(LeavingTest, ADesktopSessionThatLetsNobodyBeAskedIsNotHeldUp) {
  if (app::systemName() == QLatin1String("windows"))
    GTEST_SKIP() << "which lets everybody be asked";
  auto* session = qApp->findChild<QSessionManager*>();
  ASSERT_NE(session, nullptr);
  ASSERT_FALSE(session->allowsInteraction());
  ASSERT_NO_FATAL_FAILURE(toStep1());
  fillForm();
  emit qApp->commitDataRequest(*session);
  EXPECT_EQ(find("leave"), nullptr);
  EXPECT_EQ(valueOf("email"), "maria@example.com");
}

TEST_F(LeavingTest, TheNextDesktopSessionDoesNotStartItAgain) {
  window();
  auto* session = qApp->findChild<QSessionManager*>();
  ASSERT_NE(session, nullptr);
  session->setRestartHint(QSessionManager::RestartIfRunning);
  emit qApp->saveStateRequest(*session);
  EXPECT_EQ(session->restartHint(), QSessionManager::RestartNever);
}

TEST_F(LeavingTest, TheQuestionAboutTheTopPageDoesNotCloseTheWindow) {
  window();
  ASSERT_NO_FATAL_FAILURE(toStep1());
  EXPECT_FALSE(window().close());
  ASSERT_TRUE(press("leave.no"));
  ASSERT_TRUE(press("header.leave"));
  EXPECT_TRUE(wordsOf("leave").contains("top page"));
  ASSERT_TRUE(press("leave.yes"));
  EXPECT_TRUE(window().isVisible());
  EXPECT_NE(find("top"), nullptr);
}

TEST_F(LeavingTest, WhoClosesTheWindowMeanwhileCanWaitForTheAnswer) {
  ASSERT_NO_FATAL_FAILURE(submitInto(
      "/v1/registrations",
      {.status = 201,
       .body = R"({"authenticationId":"bcdfg01234","registeredAt":"2026-11-20T00:00:00Z"})"}));
  EXPECT_FALSE(window().close());
  EXPECT_TRUE(wordsOf("leave").contains("not known yet whether it arrived"));
  server->release();
  ASSERT_TRUE(waitForPage(Page::step3));
  EXPECT_EQ(find("leave"), nullptr);
  EXPECT_TRUE(window().close());
}

}  // namespace
}  // namespace madoguchi::test
