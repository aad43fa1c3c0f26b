#include <QComboBox>
#include <QTest>

#include "app/core/failure_code.h"
#include "tests/unit/app/pages/page_fixture.h"

// Whatever happens, nothing that was typed is lost.

namespace madoguchi::test {
namespace {

using app::FailureCode;
using app::Page;

class DraftTest : public PageTest {
 protected:
  /// Typed into the page's own controls, the last one without leaving it.
  void typeForm() {
    ASSERT_TRUE(type("step1.phone", "03-1234-5678"));
    ASSERT_TRUE(type("step1.email", "maria@example.com"));
    ASSERT_TRUE(type("step1.emailConfirmation", "maria@example.com"));
    ASSERT_TRUE(press("step1.userClass.foreignNational"));
    ASSERT_TRUE(press("step1.termsAccepted.open"));
    ASSERT_TRUE(press("terms.close"));
    ASSERT_TRUE(press("step1.termsAccepted"));
    ASSERT_TRUE(type("step1.residenceCardNumber", "ab12345678cd"));
  }
  void expectForm() {
    EXPECT_EQ(flow().page(), Page::step1);
    const auto text = [this](const char* name) {
      const auto* line = find<QLineEdit>(name);
      return line != nullptr ? line->text().toUpper() : QString();
    };
    EXPECT_EQ(text("step1.phone").remove(u'-'), "0312345678");
    EXPECT_EQ(text("step1.email"), "MARIA@EXAMPLE.COM");
    EXPECT_EQ(text("step1.emailConfirmation"), "MARIA@EXAMPLE.COM");
    EXPECT_EQ(text("step1.residenceCardNumber"), "AB12345678CD");
    EXPECT_TRUE(find<QAbstractButton>("step1.userClass.foreignNational")->isChecked());
    EXPECT_TRUE(find<QAbstractButton>("step1.termsAccepted")->isChecked());
    EXPECT_FALSE(text("step1.name").isEmpty());
  }
  void toForm() {
    window();
    ASSERT_NO_FATAL_FAILURE(toStep1());
    ASSERT_NO_FATAL_FAILURE(typeForm());
  }
};

TEST_F(DraftTest, SurvivesASwitchOfLanguage) {
  ASSERT_NO_FATAL_FAILURE(toForm());
  for (const QString& language : app::Language::tags()) {
    speak(language);
    EXPECT_EQ(find<QLineEdit>("step1.residenceCardNumber")->text(), "ab12345678cd");
    ASSERT_NO_FATAL_FAILURE(expectForm());
  }
}

TEST_F(DraftTest, SurvivesAResizeOfTheWindow) {
  ASSERT_NO_FATAL_FAILURE(toForm());
  auto* line = find<QLineEdit>("step1.residenceCardNumber");
  line->setCursorPosition(3);
  for (const QSize size : {QSize(360, 480), QSize(1600, 1200), QSize(500, 700)}) {
    window().resize(size);
    QCoreApplication::processEvents();
    EXPECT_EQ(line->cursorPosition(), 3);
    ASSERT_NO_FATAL_FAILURE(expectForm());
  }
}

TEST_F(DraftTest, SurvivesBackAndForth) {
  ASSERT_NO_FATAL_FAILURE(toForm());
  ASSERT_TRUE(press("step1.check"));
  ASSERT_EQ(flow().page(), Page::step2) << flow().summaryCode().toStdString();
  flow().back();
  ASSERT_NO_FATAL_FAILURE(expectForm());
  while (flow().page() != Page::beforeYouStart) flow().back();
  ASSERT_NO_FATAL_FAILURE(toStep1());
  expectForm();
}

TEST_F(DraftTest, SurvivesTheCardBeingTakenAway) {
  ASSERT_NO_FATAL_FAILURE(toForm());
  remove();
  ASSERT_TRUE(waitForPage(Page::beforeYouStart));
  transport.insert(simulatedCard);
  ASSERT_NO_FATAL_FAILURE(toStep1());
  expectForm();
}

TEST_F(DraftTest, SurvivesTheNetworkAndTheServerBeingAway) {
  ASSERT_NO_FATAL_FAILURE(toForm());
  ASSERT_TRUE(press("step1.check"));
  server->answer("/v1/registrations",
                 {.status = 502, .body = "gateway", .type = "text/plain", .foreign = true});
  server->answer("/v1/registrations", ScriptedServer::problem(503, "unavailable"));
  for (int outage = 0; outage < 2; ++outage) {
    ASSERT_TRUE(press("step2.submit"));
    ASSERT_TRUE(waitForPage(Page::step2));
    for (const QString& language : app::Language::tags()) {
      speak(language);
      EXPECT_TRUE(wordsOf("step2.failure").contains(codeText(FailureCode::serverBusy)));
    }
    speak("en");
    EXPECT_TRUE(wordsOf("step2.failure").contains("still here"));
  }
  flow().back();
  ASSERT_NO_FATAL_FAILURE(expectForm());
  ASSERT_TRUE(press("step1.check"));
  ASSERT_TRUE(press("step2.submit"));
  ASSERT_TRUE(waitForPage(Page::step3));
  const auto sent = server->requests("/v1/registrations");
  ASSERT_EQ(sent.size(), 3U);
  EXPECT_EQ(sent[0].idempotencyKey, sent[1].idempotencyKey);
  EXPECT_EQ(sent[0].idempotencyKey, sent[2].idempotencyKey);
  EXPECT_EQ(sent[0].body, sent[1].body);
}

TEST_F(DraftTest, TakesADateOfBirthOfWhichTheYearAloneIsKnown) {
  ASSERT_NO_FATAL_FAILURE(toStep1WithoutCard(forms::Entrance::coeByEmail));
  ASSERT_TRUE(type("step1.dateOfBirth.year", "1977"));
  ASSERT_TRUE(press("step1.check"));
  EXPECT_TRUE(textOf("step1.dateOfBirth.cause").contains("check the box below"));
  ASSERT_TRUE(press("step1.dateOfBirth.unknown"));
  EXPECT_EQ(valueOf("dateOfBirth"), "1977");
  EXPECT_TRUE(flow().isCorrected("dateOfBirth"));
  find<QLineEdit>("step1.dateOfBirth.year")->clear();
  EXPECT_EQ(valueOf("dateOfBirth"), "unknown");
}

TEST_F(DraftTest, AsksAboutWhatMayBeMistyped) {
  ASSERT_NO_FATAL_FAILURE(toStep1WithoutCard(forms::Entrance::coeByEmail));
  ASSERT_TRUE(type("step1.email", "maria@gmail.con"));
  find("step1.name")->setFocus();
  find<QLineEdit>("step1.name")->insert(QStringLiteral("Müller Hans"));
  find("step1.phone")->setFocus(Qt::TabFocusReason);
  EXPECT_EQ(valueOf("email"), "maria@gmail.con") << "nothing is mended in silence";
  for (const QString& language : app::Language::tags()) {
    speak(language);
    EXPECT_TRUE(wordsOf("step1.email.offer").contains("maria@gmail.com"));
    EXPECT_TRUE(wordsOf("step1.name.offer").contains("MUELLER HANS"));
  }
  ASSERT_TRUE(press("step1.email.offer.0"));
  ASSERT_TRUE(press("step1.name.offer.0"));
  EXPECT_EQ(valueOf("email"), "maria@gmail.com");
  EXPECT_EQ(valueOf("name"), "MUELLER HANS");
}

TEST_F(DraftTest, LeavingIsAskedFirst) {
  ASSERT_NO_FATAL_FAILURE(toForm());
  QTest::keyClick(&window(), Qt::Key_Escape);
  EXPECT_EQ(find("top"), nullptr);
  while (flow().page() != Page::beforeYouStart) flow().back();
  QTest::keyClick(&window(), Qt::Key_Escape);
  EXPECT_EQ(flow().page(), Page::beforeYouStart);
  ASSERT_NE(find("leave"), nullptr);
  ASSERT_TRUE(press("leave.no"));
  EXPECT_EQ(valueOf("email"), "maria@example.com");
}

}  // namespace
}  // namespace madoguchi::test
