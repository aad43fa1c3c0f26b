// What happens between two steps of a decision, which requests over HTTPS meet only by chance: the
// service asks its clock at every step, so that a test's clock can act there.
#include "backend/rooms/registration/registration_service.h"

#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include "backend/core/structured_log.h"
#include "backend/storage/storage.h"
#include "card_holder.h"
#include "protocol/terms_version.h"
#include "tests/support/temporary_folder.h"

namespace madoguchi::backend {

using protocol::Reason;
using protocol::Refusal;

namespace {

constexpr std::string_view kOrigin = "https://localhost";

Deadline soon() { return deadlineIn(std::chrono::minutes(1)); }

class RegistrationServiceSteps : public ::testing::Test {
 protected:
  RegistrationServiceSteps()
      : m_pki(test::sharedPki()),
        m_log((m_folder.path() / "log").string()),
        m_trust(test::writeTrust(m_pki, m_folder.path()), m_log),
        m_storage("sqlite3://db=" + (m_folder.path() / "service.db").string()),
        m_service(m_storage, m_trust,
                  {std::string(kOrigin), {std::string(protocol::kTermsVersion)}}, [this] {
                    if (const auto act = std::exchange(m_atNextStep, nullptr)) {
                      act();
                    }
                    return now();
                  }) {}

  test::Draft draft() {
    test::Draft made{
        .card = test::freshCard(m_pki, "maria"), .payload = {}, .idempotencyKey = test::newUuid()};
    made.payload = {.entrance = forms::Entrance::cardHolder,
                    .form = test::formOf(made.card),
                    .nonce = m_service.issueNonce(soon()).value,
                    .origin = std::string(kOrigin),
                    .termsVersion = std::string(protocol::kTermsVersion),
                    .language = "ja"};
    return made;
  }

  test::TemporaryFolder m_folder;
  simulated::CardPki m_pki;
  StructuredLog m_log;
  TrustStore m_trust;
  Storage m_storage;
  std::function<void()> m_atNextStep;
  RegistrationService m_service;
};

using Outcome = std::variant<Registered, Refusal>;

TEST_F(RegistrationServiceSteps, ARequestSentTwiceGetsOneAnswerAlthoughTheFirstUsedTheNonceUp) {
  const test::Draft sent = draft();
  const std::string body = test::signedBody(sent);
  Outcome first = Refusal{Reason::internal};
  m_atNextStep = [&] { first = m_service.registerPerson(body, sent.idempotencyKey, soon()); };
  const Outcome second = m_service.registerPerson(body, sent.idempotencyKey, soon());
  ASSERT_TRUE(std::holds_alternative<Registered>(first));
  ASSERT_TRUE(std::holds_alternative<Registered>(second)) << name(std::get<Refusal>(second).reason);
  EXPECT_TRUE(std::get<Registered>(first).stored);
  EXPECT_FALSE(std::get<Registered>(second).stored);
  EXPECT_EQ(std::get<Registered>(first).authenticationId,
            std::get<Registered>(second).authenticationId);
  EXPECT_EQ(std::get<Registered>(first).registeredAt, std::get<Registered>(second).registeredAt);
}

TEST_F(RegistrationServiceSteps, AnotherFormUnderTheKeyDoesNotGetTheAnswerOfTheFirst) {
  const test::Draft sent = draft();
  test::Draft other = sent;
  other.payload.form["email"] = "other@madoguchi.example";
  Outcome first = Refusal{Reason::internal};
  m_atNextStep = [&] {
    first = m_service.registerPerson(test::signedBody(sent), sent.idempotencyKey, soon());
  };
  const Outcome second =
      m_service.registerPerson(test::signedBody(other), other.idempotencyKey, soon());
  ASSERT_TRUE(std::holds_alternative<Registered>(first));
  ASSERT_TRUE(std::holds_alternative<Refusal>(second));
  EXPECT_EQ(std::get<Refusal>(second).reason, Reason::nonceInvalid);
}

TEST_F(RegistrationServiceSteps, ListsThatAreTakenOutOfTheTrustFolderStopNobody) {
  const auto folder = m_folder.path() / "trust";
  const auto old = [&](int i) { return folder / "crl" / (std::to_string(i) + ".crl"); };
  constexpr int kLists = 300;
  for (int round = 0; round < 10; ++round) {
    for (int i = 0; i < kLists; ++i) {
      const std::ofstream made(old(i));
    }
    std::atomic<bool> done = false;
    std::thread remover([&] {
      for (int i = 0; i < kLists; ++i) {
        std::filesystem::remove(old(i));
      }
      done = true;
    });
    while (!done) {
      EXPECT_NO_THROW(m_trust.judge({}, certificate::Purpose::signing, now()));
    }
    remover.join();
  }
}

}  // namespace
}  // namespace madoguchi::backend
