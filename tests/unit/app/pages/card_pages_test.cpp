#include <gmock/gmock.h>

#include <QDateTime>
#include <QRegularExpression>
#include <QTest>

#include "app/core/failure_code.h"
#include "app/kit/card_checks.h"
#include "app/kit/check_row.h"
#include "app/kit/secret_page.h"
#include "app/widgets/message_panel.h"
#include "app/widgets/secret_field.h"
#include "tests/unit/app/pages/page_fixture.h"

// What the pages say about readers and cards, and the ways on that they offer.

namespace madoguchi::test {
namespace {

using app::FailureCode;
using app::Page;

class CardPagesTest : public PageTest {
 protected:
  /// A failure's panel says what has happened and what to do in every language, with its code, and
  /// every way on can be gone.
  void expectPanel(const char* panel, FailureCode code, const std::vector<QString>& ways) {
    QStringList titles;
    for (const QString& language : app::Language::tags()) {
      speak(language);
      const QString words = wordsOf(panel);
      EXPECT_TRUE(words.contains(codeText(code))) << words.toStdString();
      EXPECT_FALSE(words.contains("failure.")) << words.toStdString();
      EXPECT_GE(words.split(u'\n').size(), 4) << words.toStdString();
      titles << words.section(u'\n', 0, 0);
    }
    EXPECT_EQ(titles.removeDuplicates(), 0) << titles.join(u'/').toStdString();
    speak("en");
    for (const QString& way : ways) {
      const auto* button = find<QAbstractButton>(way.toUtf8().constData());
      ASSERT_NE(button, nullptr) << way.toStdString();
      EXPECT_TRUE(button->isEnabled()) << way.toStdString();
      EXPECT_FALSE(button->text().isEmpty()) << way.toStdString();
    }
  }
  void expectBefore(FailureCode code) {
    ASSERT_TRUE(waitForCardProblem(code)) << codeText(visit().status().problem).toStdString();
    expectPanel("before.cardFailure", code,
                {"before.cardAgain", "before.cardFailure.agent", "before.cardFailure.leave"});
  }
  /// A card whose certificates end after so many days.
  void insertEnding(int days) { insertValidFrom(-std::chrono::days(30), days); }
  /// And begin after so long.
  void insertValidFrom(std::chrono::seconds begin, int days) {
    auto contents = contentsOf("maria");
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    const simulated::Validity validity{now + begin, now + std::chrono::days(days)};
    const auto& maria = *simulated::findPerson("maria");
    contents.authenticationCertificate =
        simulated::issueCertificate(testPki().authentication, maria, validity,
                                    contents.authenticationKey)
            .der;
    insert(std::move(contents));
  }
};

TEST_F(CardPagesTest, NamesWhatIsInTheWayAndOffersWaysOn) {
  window();
  transport.unplugReader(0);
  transport.setServiceRunning(false);
  ASSERT_NO_FATAL_FAILURE(toBeforeYouStart());
  ASSERT_NO_FATAL_FAILURE(expectBefore(FailureCode::serviceMissing));
  transport.setServiceRunning(true);
  ASSERT_NO_FATAL_FAILURE(expectBefore(FailureCode::noReader));
  transport.addReader();
  ASSERT_NO_FATAL_FAILURE(expectBefore(FailureCode::noCard));
}

TEST_F(CardPagesTest, ACardThatIsStillToComeIsNoError) {
  window();
  ASSERT_NO_FATAL_FAILURE(toBeforeYouStart());
  ASSERT_TRUE(waitForCardProblem(FailureCode::noCard));
  const auto* panel = find<app::MessagePanel>("before.cardFailure");
  ASSERT_NE(panel, nullptr);
  EXPECT_EQ(panel->kind(), app::MessagePanel::Kind::notice);
  EXPECT_TRUE(wordsOf("before.card").contains("put your card"));
  insert("child");
  ASSERT_TRUE(waitForCardProblem(FailureCode::noSigningCertificate));
  EXPECT_EQ(panel->kind(), app::MessagePanel::Kind::error);
  EXPECT_TRUE(wordsOf("before.card").contains("Found"));
}

TEST_F(CardPagesTest, SaysWhatTheCardLacksAndWhereToGo) {
  window();
  ASSERT_NO_FATAL_FAILURE(toBeforeYouStart());
  struct Case {
    const char* person;
    FailureCode code;
  };
  for (const Case& one : {Case{"child", FailureCode::noSigningCertificate},
                          Case{"expired", FailureCode::authenticationCertificateExpired},
                          Case{"blocked", FailureCode::passwordBlocked}}) {
    insert(one.person);
    ASSERT_NO_FATAL_FAILURE(expectBefore(one.code));
    EXPECT_TRUE(wordsOf("before.cardFailure").contains("municipal office")) << one.person;
  }
  EXPECT_TRUE(wordsOf("before.cardFailure").contains("convenience store"));
  EXPECT_TRUE(wordsOf("before.cardFailure").contains("smartphone app"));
}

TEST_F(CardPagesTest, ExplainsWhoCanHelpWithoutACard) {
  window();
  insert("child");
  ASSERT_NO_FATAL_FAILURE(toBeforeYouStart());
  ASSERT_TRUE(waitForCardProblem(FailureCode::noSigningCertificate));
  EXPECT_EQ(textOf("before.cardFailure.agentHelp"), "");
  ASSERT_TRUE(press("before.cardFailure.agent"));
  EXPECT_TRUE(textOf("before.cardFailure.agentHelp").contains("for you"));
  ASSERT_TRUE(press("before.cardFailure.agent"));
  EXPECT_EQ(textOf("before.cardFailure.agentHelp"), "");
  ASSERT_TRUE(press("before.cardFailure.leave"));
  EXPECT_NE(find("top"), nullptr);
}

TEST_F(CardPagesTest, ANetworkFailureDoesNotSendAnybodyToAnAttorney) {
  window();
  server->stop();
  ASSERT_NO_FATAL_FAILURE(toBeforeYouStart(forms::Entrance::coeByEmail));
  ASSERT_TRUE(eventually([&] { return flow().networkProblem() != FailureCode::none; }));
  expectPanel("before.networkFailure", FailureCode::networkUnreachable,
              {"before.networkAgain", "before.networkFailure.leave"});
  EXPECT_EQ(find("before.networkFailure.agent"), nullptr);
}

TEST_F(CardPagesTest, NamesTheReadersWhereCardsLieInSeveral) {
  window();
  const std::size_t second = transport.addReader();
  insert("maria");
  ASSERT_NO_FATAL_FAILURE(toBeforeYouStart());
  ASSERT_TRUE(eventually([&] { return flow().canGoNext(); }));
  EXPECT_EQ(find("before.severalCards"), nullptr);
  transport.insert(cardOf("alias"), second);
  ASSERT_TRUE(eventually([&] { return find("before.severalCards") != nullptr; }));
  for (const QString& language : app::Language::tags()) {
    speak(language);
    const QString words = wordsOf("before.severalCards");
    for (const QString& reader : visit().status().readersWithCard)
      EXPECT_TRUE(words.contains(reader)) << words.toStdString();
  }
  EXPECT_TRUE(flow().canGoNext());
  // Taking the first away leads to the other.
  transport.remove();
  ASSERT_TRUE(eventually(
      [&] { return flow().canGoNext() && visit().status().readerName == "Simulated reader 1"; }));
  EXPECT_EQ(find("before.severalCards"), nullptr);
}

TEST_F(CardPagesTest, TellsOfACertificateThatEndsSoonAndGoesOn) {
  window();
  insertEnding(20);
  ASSERT_NO_FATAL_FAILURE(toBeforeYouStart());
  ASSERT_TRUE(eventually([&] { return flow().canGoNext(); }));
  const QDate day = visit().status().validUntil;
  EXPECT_EQ(visit().certificateEndsSoon(), day);
  const QString words = wordsOf("before.endsSoon");
  EXPECT_TRUE(words.contains(QString::number(day.year()))) << words.toStdString();
  EXPECT_TRUE(words.contains(QString::number(day.day()))) << words.toStdString();
  flow().next();
  EXPECT_EQ(flow().page(), Page::signaturePassword);
}

TEST_F(CardPagesTest, SaysNothingOfACertificateThatLastsLonger) {
  window();
  insertEnding(40);
  ASSERT_NO_FATAL_FAILURE(toBeforeYouStart());
  ASSERT_TRUE(eventually([&] { return flow().canGoNext(); }));
  EXPECT_EQ(visit().certificateEndsSoon(), std::nullopt);
  EXPECT_EQ(find("before.endsSoon"), nullptr);
}

TEST_F(CardPagesTest, SaysFromWhenACertificateIsValidAndWhatTheClockSays) {
  window();
  insertValidFrom(std::chrono::hours(24), 2);
  ASSERT_NO_FATAL_FAILURE(toBeforeYouStart());
  ASSERT_NO_FATAL_FAILURE(expectBefore(FailureCode::certificateNotYetValid));
  const QString notice = wordsOf("before.beginsLater");
  const QDateTime tomorrow = QDateTime::currentDateTimeUtc().addSecs(33 * 60 * 60);  // in Japan
  EXPECT_TRUE(notice.contains(tomorrow.toString("yyyy"))) << notice.toStdString();
  static const QRegularExpression time("valid from \\d+ \\w+ \\d{4}, \\d+:\\d\\d [ap]m");
  EXPECT_TRUE(time.match(notice).hasMatch()) << notice.toStdString();
  EXPECT_TRUE(notice.contains("The clock of this computer says")) << notice.toStdString();
  insert("maria");
  ASSERT_TRUE(eventually([&] { return flow().canGoNext(); }));
  EXPECT_EQ(find("before.beginsLater"), nullptr);
}

TEST_F(CardPagesTest, ShowsTheRestOfANameWhoseLatinPartItTook) {
  window();
  insert("alias");
  ASSERT_NO_FATAL_FAILURE(toStep1());
  EXPECT_TRUE(wordsOf("step1.missingItems").contains(QStringLiteral("（山田　花蓮）")))
      << wordsOf("step1.missingItems").toStdString();
}

TEST_F(CardPagesTest, SaysWhichItemsTheCardLeavesToThePerson) {
  window();
  insert("parent");  // a name in kanji only
  ASSERT_NO_FATAL_FAILURE(toStep1());
  EXPECT_TRUE(wordsOf("step1.missingItems").contains("Name"))
      << wordsOf("step1.missingItems").toStdString();
  EXPECT_FALSE(textOf("step1.name.cardText").isEmpty());
  EXPECT_EQ(find<QLineEdit>("step1.name")->text(), "");
  EXPECT_TRUE(find<QLineEdit>("step1.name")->isEnabled());
  EXPECT_TRUE(flow().isMissingOnCard("name"));
  EXPECT_FALSE(flow().isMissingOnCard("phone"));
}

TEST_F(CardPagesTest, CountsTriesDownAndAsksBeforeTheLast) {
  window();
  auto contents = contentsOf("maria");
  contents.signaturePasswordTries = 3;
  insert(std::move(contents));
  ASSERT_NO_FATAL_FAILURE(toSignaturePassword());
  EXPECT_TRUE(textOf("password.tries").contains("3"));
  EXPECT_TRUE(wordsOf("password.forgotten").contains("forgotten"));
  givePassword("WRONG999");
  ASSERT_TRUE(waitForAnswer(app::SecretAnswer::wrong));
  EXPECT_TRUE(wordsOf("password.answer").contains("2"));
  givePassword("WRONG999");
  ASSERT_TRUE(eventually([&] { return visit().status().passwordTries == 1; }));
  EXPECT_TRUE(textOf("password.tries").contains("Last try"));
  givePassword("WRONG999");
  ASSERT_TRUE(press("password.lastTry.yes"));
  ASSERT_TRUE(eventually([&] { return visit().status().passwordTries == 0; }));
  expectPanel("password.failure", FailureCode::passwordBlocked,
              {"password.otherCard", "password.failure.agent", "password.failure.leave"});
  EXPECT_TRUE(wordsOf("password.failure").contains("convenience store"));
  EXPECT_EQ(find("password.field"), nullptr);
  EXPECT_EQ(find("password.forgotten"), nullptr);
  ASSERT_TRUE(press("password.otherCard"));
  EXPECT_EQ(flow().page(), Page::beforeYouStart);
}

TEST_F(CardPagesTest, WhatIsTypedAndNotGivenIsWipedAsTheSecretsAre) {
  constexpr std::chrono::milliseconds kLifetime(20);
  configure(server->settings(), kLifetime);
  window();
  ASSERT_NO_FATAL_FAILURE(toSignaturePassword());
  auto* field = find<app::SecretField>("password.field");
  ASSERT_NE(field, nullptr);
  QTest::keyClicks(field, "MADO12");
  ASSERT_TRUE(press("password.show"));
  beAbsentFor(kLifetime / 2);
  QTest::keyClicks(field, "3");  // what is typed is a sign of life
  beAbsentFor(kLifetime / 2);
  QTest::qWait(static_cast<int>(kLifetime.count()) * 2);
  EXPECT_EQ(field->length(), 7);
  EXPECT_TRUE(field->isShown());
  EXPECT_EQ(textOf("password.hint"), "");
  beAbsentFor(kLifetime / 2);
  ASSERT_TRUE(eventually([&] { return field->length() == 0; }));
  EXPECT_FALSE(field->isShown());
  QStringList hints;
  for (const QString& language : app::Language::tags()) {
    speak(language);
    hints << textOf("password.hint");
  }
  EXPECT_FALSE(hints.contains(""));
  EXPECT_EQ(hints.removeDuplicates(), 0);
  EXPECT_EQ(simulatedCard->verifications(), 0U);
}

TEST_F(CardPagesTest, WhatAVisitDoesNotWantIsNotComplainedOf) {
  window();
  auto contents = contentsOf("child");  // has no signing certificate
  contents.signaturePasswordTries = 0;
  contents.authenticationPinTries = 1;
  const std::string typed = contents.authenticationPin;
  insert(std::move(contents));
  app::IdleClock idle;
  app::CardVisit visit(cards(), idle, {.pin = true});
  const app::CardChecks checks(visit, "login");
  app::SecretPage page(visit, card::Secret::authenticationPin);
  page.show();
  visit.begin();
  ASSERT_TRUE(eventually([&] { return visit.status().pinTries == 1; }));
  const auto* certificates = checks.findChild<app::CheckRow*>("login.certificates");
  ASSERT_NE(certificates, nullptr);
  EXPECT_TRUE(certificates->accessibleName().endsWith(qtTrId("check.certificates.good")))
      << certificates->accessibleName().toStdString();
  EXPECT_TRUE(page.findChild<QWidget*>("pin.failure")->isHidden());
  auto* field = page.findChild<app::SecretField*>("pin.field");
  QTest::keyClicks(field, QString::fromStdString(typed));
  page.findChild<QAbstractButton*>("pin.next")->click();
  auto* yes = page.findChild<QAbstractButton*>("pin.lastTry.yes");
  ASSERT_TRUE(yes->isVisible());
  yes->click();
  EXPECT_TRUE(page.findChild<QWidget*>("pin.checking")->isVisible());
  EXPECT_TRUE(eventually([&] { return visit.isComplete(); }));
}

TEST_F(CardPagesTest, ABlockedPinIsNoDeadEnd) {
  window();
  auto contents = contentsOf("maria");
  contents.authenticationPinTries = 1;
  insert(std::move(contents));
  ASSERT_NO_FATAL_FAILURE(toAuthenticationPin());
  givePin("9999");
  ASSERT_TRUE(press("pin.lastTry.yes"));
  ASSERT_TRUE(eventually([&] { return visit().status().pinTries == 0; }));
  expectPanel("pin.failure", FailureCode::pinBlocked,
              {"pin.otherCard", "pin.failure.agent", "pin.failure.leave"});
}

TEST_F(CardPagesTest, SaysThatTheCardWasTakenAwayAndKeepsWhatWasTyped) {
  window();
  ASSERT_NO_FATAL_FAILURE(toStep1());
  fillForm();
  remove();
  ASSERT_TRUE(waitForPage(Page::beforeYouStart));
  EXPECT_TRUE(wordsOf("before.returned").contains("still there"));
  EXPECT_EQ(valueOf("email"), "maria@example.com");
}

TEST_F(CardPagesTest, WhoIsAlreadyRegisteredIsToldHowToFindTheAuthenticationId) {
  window();
  ASSERT_NO_FATAL_FAILURE(toStep2());
  server->answer("/v1/registrations", ScriptedServer::problem(409, "alreadyRegistered"));
  flow().submit();
  ASSERT_TRUE(waitForProblem(FailureCode::alreadyRegistered));
  expectPanel("step2.failure", FailureCode::alreadyRegistered, {"step2.failure.leave"});
  EXPECT_TRUE(wordsOf("step2.failure").contains("email"));
  EXPECT_TRUE(wordsOf("step2.failure").contains("Immigration Services Bureau"));
  EXPECT_EQ(find("step2.otherCard"), nullptr);
  EXPECT_EQ(find("step2.again"), nullptr);
}

TEST_F(CardPagesTest, WhoCorrectedAMistypedAddressIsToldSo) {
  window();
  ASSERT_NO_FATAL_FAILURE(toStep2());
  server->answer(
      "/v1/registrations",
      {.status = 201,
       .body = R"({"authenticationId":"bcdfg01234","registeredAt":"2026-11-20T00:00:00Z",)"
               R"("emailCorrected":true})"});
  flow().submit();
  ASSERT_TRUE(waitForPage(Page::step3));
  EXPECT_TRUE(wordsOf("step3.done").contains("email address has been corrected"));
  leave();
  ASSERT_NO_FATAL_FAILURE(toStep2());
  server->answer("/v1/registrations",
                 {.status = 201,
                  .body = R"({"authenticationId":"bcdfg01234","emailCorrected":"no word of ours"})",
                  .foreign = true});
  flow().submit();
  ASSERT_TRUE(waitForPage(Page::step3));
  EXPECT_FALSE(wordsOf("step3.done").contains("corrected"));
}

TEST_F(CardPagesTest, WhatMayPassIsTriedAgainFromItsPanel) {
  window();
  ASSERT_NO_FATAL_FAILURE(toStep2());
  server->answer("/v1/registrations", ScriptedServer::problem(503, "unavailable"));
  flow().submit();
  ASSERT_TRUE(waitForProblem(FailureCode::serverBusy));
  expectPanel("step2.failure", FailureCode::serverBusy, {"step2.again", "step2.failure.leave"});
  ASSERT_TRUE(press("step2.again"));
  ASSERT_TRUE(waitForPage(Page::step3));
  EXPECT_EQ(server->requests("/v1/registrations").size(), 2U);
}

TEST_F(CardPagesTest, NothingIsTriedAgainBeforeThePasswordsThatItNeeds) {
  window();
  ASSERT_NO_FATAL_FAILURE(toStep2());
  observed.between = [](auto command) -> std::optional<std::vector<std::uint8_t>> {
    if (isVerify(command)) throw card::TransportError(card::TransportFault::communication, "test");
    return std::nullopt;
  };
  flow().submit();
  ASSERT_TRUE(waitForProblem(FailureCode::verifyInterrupted));
  ASSERT_TRUE(flow().secretsNeeded());
  expectPanel("step2.failure", FailureCode::verifyInterrupted,
              {"step2.otherCard", "step2.failure.agent", "step2.failure.leave"});
  EXPECT_EQ(find("step2.again"), nullptr);
}

TEST_F(CardPagesTest, OnlyAFailureOfTheCardLeadsBackToIt) {
  window();
  ASSERT_NO_FATAL_FAILURE(toStep2());
  server->answer("/v1/registrations", ScriptedServer::problem(503, "unavailable"));
  flow().submit();
  ASSERT_TRUE(waitForProblem(FailureCode::serverBusy));
  expectPanel("step2.failure", FailureCode::serverBusy, {"step2.failure.leave"});
  EXPECT_EQ(find("step2.otherCard"), nullptr);
  server->answer("/v1/registrations", ScriptedServer::problem(422, "certificateRevoked"));
  flow().submit();
  ASSERT_TRUE(waitForProblem(FailureCode::certificateRevoked));
  expectPanel("step2.failure", FailureCode::certificateRevoked,
              {"step2.otherCard", "step2.failure.agent", "step2.failure.leave"});
  EXPECT_EQ(find("step2.again"), nullptr);
}

}  // namespace
}  // namespace madoguchi::test
