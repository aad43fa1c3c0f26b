#include "tests/unit/app/flow_fixture.h"

#include "app/form/form_model.h"
#include "cardreader/simulated/pki_folder.h"

namespace madoguchi::test {
namespace {

using app::Page;

std::filesystem::path dataFolder() { return MADOGUCHI_TEST_FOLDER; }

}  // namespace

std::filesystem::path testPkiFolder() { return dataFolder() / "pki"; }

std::shared_ptr<simulated::SimulatedCard> cardOf(std::string_view person,
                                                 simulated::Behaviour behaviour) {
  return simulated::openCard(testPkiFolder(), person, behaviour);
}

const simulated::CardPki& testPki() {
  static const simulated::CardPki pki = simulated::openPki(testPkiFolder());
  return pki;
}

simulated::CardContents contentsOf(std::string_view person) {
  return simulated::cardOf(testPkiFolder(), testPki(), *simulated::findPerson(person));
}

FlowTest::FlowTest(card::CardTransport* elsewhere)
    : observed(elsewhere != nullptr ? *elsewhere : transport) {
  const auto* const test = ::testing::UnitTest::GetInstance()->current_test_info();
  tls = makeTls(dataFolder() / "tls" / test->test_suite_name() / test->name(), "localhost");
  server = std::make_unique<ScriptedServer>(tls);
  uiLanguage.set("ja");
}

void FlowTest::configure(app::ServerSettings serverSettings,
                         std::chrono::milliseconds secretLifetime) {
  m_flow = nullptr;
  m_own.reset();
  m_cards = std::make_unique<app::CardDesk>(observed);
  m_cards->setPatience(std::chrono::minutes(10));  // whatever else this machine has to do
  m_server = std::make_unique<app::Server>(std::move(serverSettings), &m_session);
  m_secretLifetime = secretLifetime;
}

app::RegistrationUses FlowTest::uses() {
  return {.card = cards(),
          .server = *m_server,
          .idle = m_idle,
          .language = uiLanguage,
          .terms = agreedTerms,
          .secretLifetime = m_secretLifetime};
}

void FlowTest::follow(app::RegistrationFlow& flow) {
  m_flow = &flow;
  m_left = false;
}

void FlowTest::enter(forms::Entrance entrance) {
  m_own = std::make_unique<app::RegistrationFlow>(uses(), entrance);
  follow(*m_own);
}

void FlowTest::leave() {
  flow().leave();
  m_left = true;
}

app::RegistrationFlow& FlowTest::flow() {
  if (m_flow == nullptr) {
    enter(forms::Entrance::cardHolder);
  }
  return *m_flow;
}

app::CardDesk& FlowTest::cards() {
  if (!m_cards) {
    configure(server->settings());
  }
  return *m_cards;
}

void FlowTest::insert(std::string_view person, simulated::Behaviour behaviour) {
  simulatedCard = cardOf(person, behaviour);
  transport.insert(simulatedCard);
}

void FlowTest::insert(simulated::CardContents contents) {
  simulatedCard = std::make_shared<simulated::SimulatedCard>(std::move(contents));
  transport.insert(simulatedCard);
}

bool FlowTest::waitForPage(Page page) {
  return eventually([&] { return flow().page() == page; });
}

app::SecretAnswer FlowTest::secretAnswer() {
  for (const card::Secret which : app::kSecrets) {
    const app::SecretAnswer answer = visit().answer(which);
    if (answer != app::SecretAnswer::none && answer != app::SecretAnswer::right) {
      return answer;
    }
  }
  return app::SecretAnswer::none;
}

bool FlowTest::waitForAnswer(app::SecretAnswer answer) {
  return eventually([&] { return secretAnswer() == answer; });
}

void FlowTest::givePassword(std::string_view text) {
  visit().give(card::Secret::signaturePassword, secret(text));
}

void FlowTest::givePin(std::string_view text) {
  visit().give(card::Secret::authenticationPin, secret(text));
}

void FlowTest::giveSecretsAgain(std::string_view password, std::optional<std::string_view> pin) {
  app::CardSecrets secrets;
  secrets.password = secret(password);
  if (pin) {
    secrets.pin = secret(*pin);
  } else {
    secrets.pin = app::TypedAtReader{};
  }
  visit().give(std::move(secrets));
}

bool FlowTest::waitForProblem(app::FailureCode code) {
  return eventually([&] { return flow().problem() == code; });
}

bool FlowTest::waitForCardProblem(app::FailureCode code) {
  return eventually([&] { return visit().status().problem == code && !visit().status().busy; });
}

void FlowTest::toBeforeYouStart(forms::Entrance entrance) {
  if (!isInside() || flow().entrance() != entrance) {
    enter(entrance);
  }
  ASSERT_TRUE(waitForPage(Page::beforeYouStart));
}

void FlowTest::toSignaturePassword() {
  if (!hasCard()) {
    insert("maria");
  }
  if (!isInside()) {
    enter(forms::Entrance::cardHolder);
  }
  ASSERT_TRUE(eventually([&] { return flow().canGoNext(); }));
  flow().next();
  ASSERT_TRUE(waitForPage(Page::signaturePassword));
}

void FlowTest::toAuthenticationPin() {
  ASSERT_NO_FATAL_FAILURE(toSignaturePassword());
  givePassword("mado1234");
  ASSERT_TRUE(waitForPage(Page::authenticationPin));
}

void FlowTest::toStep1() {
  ASSERT_NO_FATAL_FAILURE(toAuthenticationPin());
  givePin("1234");
  ASSERT_TRUE(waitForPage(Page::step1));
}

void FlowTest::fillForm() {
  flow().setValue("phone", "03-1234-5678");
  flow().setValue("email", "maria@example.com");
  flow().setValue("emailConfirmation", "maria@example.com");
  flow().setValue("userClass", "foreignNational");
  flow().setValue("residenceCardNumber", "ab12345678cd");
  agreedTerms.opened = true;
  flow().form().noteFacts();
  flow().setValue("termsAccepted", "true");
}

void FlowTest::toStep2() {
  ASSERT_NO_FATAL_FAILURE(toStep1());
  fillForm();
  flow().check();
  ASSERT_EQ(flow().page(), Page::step2) << flow().summaryCode().toStdString();
}

void FlowTest::toStep2WithoutCard() {
  ASSERT_NO_FATAL_FAILURE(toBeforeYouStart(forms::Entrance::attorneyOrScrivener));
  ASSERT_TRUE(eventually([&] { return flow().canGoNext(); }));
  flow().next();
  ASSERT_TRUE(waitForPage(Page::step1));
  fillForm();
  flow().setValue("userClass", "attorneyOrScrivener");
  flow().setValue("name", "HOUMU TARO");
  flow().setValue("sex", "male");
  flow().setValue("dateOfBirth", "1980-02-29");
  flow().setValue("municipalityCode", "131016");
  flow().setValue("addressRest", "霞が関１－１－１");
  flow().setValue("agentCertificateNumber", "132010700050");
  flow().check();
  ASSERT_EQ(flow().page(), Page::step2) << flow().summaryCode().toStdString();
}

}  // namespace madoguchi::test
