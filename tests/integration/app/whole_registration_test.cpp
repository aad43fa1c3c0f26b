#include <gmock/gmock.h>

#include <fstream>

#include "app/core/operator_texts.h"
#include "app/core/room_names.h"
#include "app/form/form_model.h"
#include "app/rooms/home/home_flow.h"
#include "app/rooms/login/card_login_flow.h"
#include "app/rooms/login/login_flow.h"
#include "cardreader/simulated/pki_folder.h"
#include "tests/integration/app/relay.h"
#include "tests/integration/backend/backend_under_test.h"
#include "tests/support/secret.h"
#include "tests/unit/app/flow_fixture.h"

// The program's flow against the real backend over TLS, with the simulated card in process.

namespace madoguchi::test {
namespace {

using app::FailureCode;
using app::Page;

class WholeRegistrationTest : public FlowTest {
 protected:
  /// The backend with a wire before it, and the person's card of the PKI that it trusts.
  void begin(std::vector<std::string> options = {}) {
    options.insert(options.end(), {"--origin", relay.origin().toStdString()});
    backend = std::make_unique<BackendUnderTest>(std::move(options));
    relay.leadTo(backend->port());
    configure({.origin = relay.origin(), .caFile = QString::fromStdString(backend->ca())});
    simulatedCard = simulated::openCard(sharedPkiFolder(), "maria");
    transport.insert(simulatedCard);
  }
  void submit() {
    flow().submit();
    ASSERT_EQ(flow().page(), Page::submitting);
  }
  void expectRegistered() {
    ASSERT_TRUE(eventually([&] { return flow().page() != Page::submitting; }));
    ASSERT_EQ(flow().page(), Page::step3) << codeText(flow().problem()).toStdString();
    EXPECT_EQ(accounts(), "1");
    EXPECT_EQ(backend->query("SELECT authentication_id FROM accounts"),
              flow().authenticationId().toStdString());
  }
  void expectStopped(Page page, FailureCode problem) {
    ASSERT_TRUE(waitForPage(page));
    EXPECT_EQ(flow().problem(), problem) << codeText(flow().problem()).toStdString();
  }
  /// The registration arrives, and what the service says to it does not.
  void swallowTheLastAnswer() {
    QObject::connect(&flow(), &app::RegistrationFlow::submissionProgress, &flow(),
                     [this](int done, int all) {
                       if (done == all - 1) {
                         relay.swallowAnswers();
                       }
                     });
  }
  void registerAndLeave() {
    begin();
    ASSERT_NO_FATAL_FAILURE(toStep2());
    ASSERT_NO_FATAL_FAILURE(submit());
    ASSERT_NO_FATAL_FAILURE(expectRegistered());
    identity = flow().authenticationId();
    leave();
  }
  std::unique_ptr<app::CardLoginFlow> cardLogin() {
    return std::make_unique<app::CardLoginFlow>(
        app::CardLoginUses{
            .desk = cards(), .server = uses().server, .session = session(), .idle = uses().idle},
        "");
  }
  /// The ID is typed, the card is there, and the service has given a nonce.
  void toSecrets(app::CardLoginFlow& login) {
    login.setAuthenticationId(identity);
    ASSERT_TRUE(eventually([&] { return login.cardIsReady(); }));
    login.next();
    ASSERT_TRUE(eventually([&] { return login.step() != app::CardLoginFlow::Step::start; }))
        << codeOf(login);
  }
  static std::string codeOf(const app::CardLoginFlow& login) {
    return codeText(login.failure()).toStdString();
  }
  std::string accounts() { return backend->query("SELECT COUNT(*) FROM accounts"); }

  Relay relay;
  std::unique_ptr<BackendUnderTest> backend;
  QString identity;  ///< authentication ID
};

TEST_F(WholeRegistrationTest, GivesAnAuthenticationIdForFewExchanges) {
  begin();
  ASSERT_NO_FATAL_FAILURE(toAuthenticationPin());
  const auto untilPassword = cards().apdus().count;
  givePin("1234");
  ASSERT_TRUE(waitForPage(Page::step1));
  fillForm();
  flow().check();
  ASSERT_NO_FATAL_FAILURE(submit());
  ASSERT_NO_FATAL_FAILURE(expectRegistered());
  const auto apdus = cards().apdus();
  EXPECT_LE(apdus.count, 28U);
  EXPECT_LE(apdus.count - untilPassword, 12U);
  EXPECT_LE(apdus.bytes, 5000U);
  EXPECT_FALSE(simulatedCard->anySecretVerified());
  EXPECT_EQ(simulatedCard->forbiddenTouches(), 0U);
}

TEST_F(WholeRegistrationTest, TellsTheOperatorsAnnouncementsInTheLanguageOfTheMoment) {
  const TemporaryFolder folder;
  const auto file = folder.path() / "announcements.json";
  std::ofstream(file)
      << R"([{"date":"2026-11-20","text":{"ja":"お知らせ","easy":"おしらせ","en":"News"}}])";
  begin({"--announcements", file.string(), "--help-desk", "00-0000-0000, 9:00-17:00"});
  uiLanguage.set("en");
  app::OperatorTexts texts({});
  QCoreApplication::installTranslator(&texts);
  app::HomeFlow home({uses().server, uiLanguage, agreedTerms, session(), texts});
  ASSERT_TRUE(eventually([&] { return !home.announcements().empty(); }));
  EXPECT_EQ(app::helpDesk(), "00-0000-0000, 9:00-17:00");
  EXPECT_EQ(home.announcements().front(), (app::Announcement{QDate(2026, 11, 20), "News"}));
  uiLanguage.set("easy");
  EXPECT_TRUE(home.announcements().empty());
  ASSERT_TRUE(eventually([&] { return !home.announcements().empty(); }));
  EXPECT_EQ(home.announcements().front().text, QStringLiteral("おしらせ"));
}

TEST_F(WholeRegistrationTest, IsToldBeforeTheFormThatTheProgramIsTooOld) {
  begin({"--least-client", "9999.0.0"});
  app::OperatorTexts texts({});
  app::HomeFlow home({uses().server, uiLanguage, agreedTerms, session(), texts});
  ASSERT_TRUE(eventually([&] { return home.isTooOld(); }));
  // Who came to the form before the answer did hears it from the refusal.
  ASSERT_NO_FATAL_FAILURE(toStep2WithoutCard());
  ASSERT_NO_FATAL_FAILURE(submit());
  expectStopped(Page::step2, FailureCode::clientTooOld);
}

TEST_F(WholeRegistrationTest, RegistersAnAgentWithoutCard) {
  begin();
  ASSERT_NO_FATAL_FAILURE(toStep2WithoutCard());
  ASSERT_NO_FATAL_FAILURE(submit());
  ASSERT_NO_FATAL_FAILURE(expectRegistered());
}

TEST_F(WholeRegistrationTest, TheCardThatRegisteredLogsInForFourApdus) {
  ASSERT_NO_FATAL_FAILURE(registerAndLeave());
  auto login = cardLogin();
  ASSERT_NO_FATAL_FAILURE(toSecrets(*login));
  ASSERT_EQ(login->step(), app::CardLoginFlow::Step::pin);
  const auto before = cards().apdus().count;
  login->visit().give(card::Secret::authenticationPin, secret("1234"));
  ASSERT_TRUE(eventually([&] { return session().isOpen(); })) << codeOf(*login);
  EXPECT_EQ(cards().apdus().count - before, 4U);  // SELECT, whether it is that card, VERIFY, sign
  EXPECT_EQ(session().welcome().authenticationId, identity);
  EXPECT_TRUE(session().welcome().withCard);
  EXPECT_FALSE(simulatedCard->anySecretVerified());
}

TEST_F(WholeRegistrationTest, WhoWaitsWhileTheCertificateEndsComesInWithThePassword) {
  ASSERT_NO_FATAL_FAILURE(registerAndLeave());
  backend->setPassword("AB12345!");
  backend->execute("UPDATE accounts SET authentication_ends_at = 1");
  transport.remove();
  simulatedCard = simulated::openCard(sharedPkiFolder(), "expired");
  transport.insert(simulatedCard);
  auto withCard = cardLogin();
  withCard->setAuthenticationId(identity);
  ASSERT_TRUE(eventually([&] { return withCard->certificateHasEnded(); }));
  std::optional<app::Door> to;
  QObject::connect(withCard.get(), &app::Journey::needs, withCard.get(),
                   [&to](const app::Door& door) { to = door; });
  QObject::connect(withCard.get(), &app::Journey::ended, withCard.get(),
                   [&to](const std::optional<app::Door>& door) { to = door; });
  withCard->logInWithoutCard();
  ASSERT_EQ(to->room, app::kLoginRoom);
  app::LoginFlow login({.server = uses().server, .session = session(), .idle = uses().idle},
                       to->at);
  EXPECT_TRUE(login.isWithoutCard());
  EXPECT_EQ(login.authenticationId(), identity);
  withCard->cover();
  login.logIn(secret("AB12345!"));
  ASSERT_TRUE(eventually([&] { return !login.isAsking(); }));
  EXPECT_EQ(login.failure(), FailureCode::cardNeeded) << "nothing waits";
  backend->execute(
      "INSERT INTO applications (id, account_id, attempt, draft_id, procedure_id, state,"
      " provisional_number, receipt, key_id, content, filed_at, changed_at)"
      " SELECT 'one', id, 'attempt', 'draft', 'extension', 'examination', 'P1', 'post', '2026',"
      " '', 1, 1 FROM accounts");
  login.logIn(secret("AB12345!"));
  ASSERT_TRUE(eventually([&] { return session().isOpen(); }))
      << codeText(login.failure()).toStdString();
  EXPECT_TRUE(session().welcome().cardEnded);
  EXPECT_FALSE(session().welcome().withCard);
  withCard->uncover();
  EXPECT_EQ(to->room, app::kAccountRoom);
}

TEST_F(WholeRegistrationTest, ARenewedCardIsBoundByItsSignaturePasswordOnce) {
  ASSERT_NO_FATAL_FAILURE(registerAndLeave());
  transport.remove();
  simulatedCard = std::make_shared<simulated::SimulatedCard>(freshCard(backend->pki(), "maria"));
  transport.insert(simulatedCard);
  auto login = cardLogin();
  ASSERT_NO_FATAL_FAILURE(toSecrets(*login));
  login->visit().give(card::Secret::authenticationPin, secret("1234"));
  ASSERT_TRUE(eventually([&] { return login->failure() == FailureCode::cardNotOfAccount; }));
  login->renewCard(true);
  ASSERT_NO_FATAL_FAILURE(toSecrets(*login));
  ASSERT_EQ(login->step(), app::CardLoginFlow::Step::password);
  login->visit().give(card::Secret::signaturePassword, secret("MADO1234"));
  ASSERT_TRUE(eventually([&] { return login->step() == app::CardLoginFlow::Step::pin; }));
  login->visit().give(card::Secret::authenticationPin, secret("1234"));
  ASSERT_TRUE(eventually([&] { return session().isOpen(); })) << codeOf(*login);
  session().close(app::Session::Ended::loggedOut);
  auto later = cardLogin();
  ASSERT_NO_FATAL_FAILURE(toSecrets(*later));
  later->visit().give(card::Secret::authenticationPin, secret("1234"));
  EXPECT_TRUE(eventually([&] { return session().isOpen(); })) << codeOf(*later);
}

TEST_F(WholeRegistrationTest, SubmitsAgainWhenTheBackendIsBack) {
  begin();
  ASSERT_NO_FATAL_FAILURE(toStep2());
  backend->kill();
  ASSERT_NO_FATAL_FAILURE(submit());
  ASSERT_NO_FATAL_FAILURE(expectStopped(Page::step2, FailureCode::networkUnreachable));
  backend->start();
  ASSERT_NO_FATAL_FAILURE(submit());
  ASSERT_NO_FATAL_FAILURE(expectRegistered());
}

TEST_F(WholeRegistrationTest, AnAnswerThatIsLostMakesNoSecondAccount) {
  begin();
  ASSERT_NO_FATAL_FAILURE(toStep2());
  swallowTheLastAnswer();
  ASSERT_NO_FATAL_FAILURE(submit());
  ASSERT_TRUE(eventually([&] { return accounts() == "1"; }));
  EXPECT_EQ(flow().page(), Page::submitting);
  flow().disconnect(&flow());
  relay.cut();
  ASSERT_NO_FATAL_FAILURE(expectStopped(Page::step2, FailureCode::answerLost));
  relay.mend();
  const auto verifications = simulatedCard->verifications();
  ASSERT_NO_FATAL_FAILURE(submit());
  ASSERT_NO_FATAL_FAILURE(expectRegistered());
  EXPECT_EQ(simulatedCard->verifications(), verifications);
}

TEST_F(WholeRegistrationTest, ACancelledSubmissionThatArrivedMakesNoSecondAccount) {
  begin();
  ASSERT_NO_FATAL_FAILURE(toStep2());
  swallowTheLastAnswer();
  ASSERT_NO_FATAL_FAILURE(submit());
  ASSERT_TRUE(eventually([&] { return accounts() == "1"; }));
  flow().cancelSubmission();
  EXPECT_EQ(flow().page(), Page::step2);
  flow().disconnect(&flow());
  relay.cut();
  relay.mend();
  // Signed anew, with a new nonce, under the same key.
  giveSecretsAgain("MADO1234", "1234");
  ASSERT_TRUE(eventually([&] { return !flow().secretsNeeded(); }));
  ASSERT_NO_FATAL_FAILURE(submit());
  ASSERT_NO_FATAL_FAILURE(expectRegistered());
}

TEST_F(WholeRegistrationTest, MarksEveryItemWhereFormAndCardDisagree) {
  begin();
  ASSERT_NO_FATAL_FAILURE(toStep1());
  fillForm();
  flow().setValue("dateOfBirth", "1999-12-31");
  flow().check();
  ASSERT_NO_FATAL_FAILURE(submit());
  ASSERT_NO_FATAL_FAILURE(expectStopped(Page::step1, FailureCode::certificateMismatch));
  EXPECT_EQ(flow().summaryCode(), "WZBAM018E");
  EXPECT_EQ(flow().errors().size(), flow().form().fields().size());
  EXPECT_EQ(accounts(), "0");
}

TEST_F(WholeRegistrationTest, SaysThatTheOwnerOfTheCardIsRegistered) {
  begin();
  ASSERT_NO_FATAL_FAILURE(toStep2());
  ASSERT_NO_FATAL_FAILURE(submit());
  ASSERT_NO_FATAL_FAILURE(expectRegistered());
  leave();
  ASSERT_NO_FATAL_FAILURE(toStep2());
  ASSERT_NO_FATAL_FAILURE(submit());
  ASSERT_NO_FATAL_FAILURE(expectStopped(Page::step2, FailureCode::alreadyRegistered));
}

TEST_F(WholeRegistrationTest, CorrectsAMistypedAddressWithTheSameCard) {
  begin();
  ASSERT_NO_FATAL_FAILURE(toStep2());
  ASSERT_NO_FATAL_FAILURE(submit());
  ASSERT_NO_FATAL_FAILURE(expectRegistered());
  EXPECT_FALSE(flow().emailCorrected());
  const QString id = flow().authenticationId();
  leave();
  ASSERT_NO_FATAL_FAILURE(toStep1());
  fillForm();
  flow().setValue("email", "right@mail.example");
  flow().setValue("emailConfirmation", "right@mail.example");
  flow().check();
  ASSERT_NO_FATAL_FAILURE(submit());
  ASSERT_NO_FATAL_FAILURE(expectRegistered());
  EXPECT_TRUE(flow().emailCorrected());
  EXPECT_EQ(flow().authenticationId(), id);
  EXPECT_EQ(backend->query("SELECT email FROM accounts"), "right@mail.example");
  EXPECT_EQ(backend->waitForMails(2).size(), 2U);
}

TEST_F(WholeRegistrationTest, SaysThatItsTermsAreOutdated) {
  begin({"--terms-version", "2099-01-01"});
  ASSERT_NO_FATAL_FAILURE(toStep2());
  ASSERT_NO_FATAL_FAILURE(submit());
  ASSERT_NO_FATAL_FAILURE(expectStopped(Page::step2, FailureCode::termsOutdated));
  EXPECT_EQ(accounts(), "0");
}

TEST_F(WholeRegistrationTest, RefusesACardThatTheBackendDoesNotKnow) {
  begin();
  insert("maria");  // issued by the PKI of the unit tests
  ASSERT_NO_FATAL_FAILURE(toStep2());
  ASSERT_NO_FATAL_FAILURE(submit());
  ASSERT_NO_FATAL_FAILURE(expectStopped(Page::step2, FailureCode::certificateRefused));
  EXPECT_EQ(accounts(), "0");
}

}  // namespace
}  // namespace madoguchi::test
