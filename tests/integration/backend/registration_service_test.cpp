// What happens between two steps of a decision, which requests over HTTPS meet only by chance: the
// service asks its clock at every step, so that a test's clock can act there.
#include "backend/rooms/registration/registration_service.h"

#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <sstream>
#include <thread>

#include "backend/core/mail_address.h"
#include "backend/core/metrics.h"
#include "backend/core/structured_log.h"
#include "backend/storage/soci.h"
#include "backend/storage/storage.h"
#include "card_holder.h"
#include "protocol/terms_version.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test_database.h"

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
        m_storage(m_database.connection(), Storage::kSessions, m_metrics),
        m_service(m_storage, m_trust, m_nonces,
                  {std::string(kOrigin), {std::string(protocol::kTermsVersion)}}, [this] {
                    if (const auto act = nextStep()) {
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

  std::function<void()> nextStep() {
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_atNextStep, nullptr);
  }

  test::TemporaryFolder m_folder;
  simulated::CardPki m_pki;
  StructuredLog m_log;
  TrustStore m_trust;
  test::TestDatabase m_database;
  std::shared_ptr<Metrics> m_metrics = std::make_shared<Metrics>();
  Storage m_storage;
  Nonces m_nonces{m_storage};
  std::mutex m_mutex;
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
  EXPECT_EQ(std::get<Refusal>(second).reason, Reason::idempotencyConflict);
}

// What each looked at before the others had stored is looked at once more.
TEST_F(RegistrationServiceSteps, AtOnceTheyMakeOneAccount) {
  const test::Draft first = draft();
  std::vector<test::Draft> drafts(6, first);
  for (std::size_t i = 3; i < drafts.size(); ++i) {  // the same card under keys of their own
    drafts[i].idempotencyKey = test::newUuid();
    drafts[i].payload.nonce = m_service.issueNonce(soon()).value;
  }
  std::vector<Outcome> outcomes(drafts.size(), Refusal{Reason::internal});
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
      threads.emplace_back([&, i] {
        const std::string body = test::signedBody(drafts[i]);
        outcomes[i] = m_service.registerPerson(body, drafts[i].idempotencyKey, soon());
      });
    }
  }
  int stored = 0;
  for (const Outcome& outcome : outcomes) {
    if (const auto* registered = std::get_if<Registered>(&outcome)) {
      stored += registered->stored ? 1 : 0;
    } else {
      EXPECT_EQ(std::get<Refusal>(outcome).reason, Reason::alreadyRegistered);
    }
  }
  EXPECT_EQ(stored, 1);
  EXPECT_EQ(m_database.query("SELECT COUNT(*) FROM accounts"), "1");
  EXPECT_EQ(m_database.query("SELECT COUNT(*) FROM outbox"), "1");
}

/// Of the metric with this name.
long long counted(const Metrics& metrics, std::string_view name) {
  std::istringstream lines(metrics.exposition());
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(std::string(name) + ' ')) {
      return std::stoll(line.substr(name.size()));
    }
  }
  return 0;
}

TEST_F(RegistrationServiceSteps, PeopleWhoMeetByChanceAreNotInEachOthersWay) {
  constexpr std::size_t kPeople = 24;
  std::vector<test::Draft> drafts;
  for (std::size_t i = 0; i < kPeople; ++i) {
    drafts.push_back(draft());
    drafts.back().payload.form["email"] = "person" + std::to_string(i) + "@mail.example";
  }
  std::atomic<int> stored = 0;
  {
    std::vector<std::jthread> threads;
    for (const test::Draft& sent : drafts) {
      threads.emplace_back([&] {
        const Outcome outcome =
            m_service.registerPerson(test::signedBody(sent), sent.idempotencyKey, soon());
        stored += std::holds_alternative<Registered>(outcome) ? 1 : 0;
      });
    }
  }
  EXPECT_EQ(stored, static_cast<int>(kPeople));
  EXPECT_EQ(counted(*m_metrics, metric::kDatabaseRetries.name), 0);
}

class MistypedAddress : public RegistrationServiceSteps {
 protected:
  Outcome send(const test::Draft& what) {
    return m_service.registerPerson(test::signedBody(what), what.idempotencyKey, soon());
  }
  /// The same card once more, a while later.
  test::Draft again(test::Draft sent, const std::string& email) {
    sent.idempotencyKey = test::newUuid();
    sent.payload.nonce = m_service.issueNonce(soon()).value;
    sent.payload.form["email"] = email;
    return sent;
  }
  std::string ofAccounts(const std::string& what) {
    return m_database.query("SELECT " + what + " FROM accounts");
  }
};

TEST_F(MistypedAddress, IsCorrectedByTheSameCardAndTheMailGoesToTheNewOne) {
  const test::Draft first = again(draft(), "maria@gmail.con");
  const Outcome before = send(first);
  test::Draft second = again(first, "maria@gmail.com");
  second.payload.language = "en";
  const Outcome after = send(second);
  ASSERT_TRUE(std::holds_alternative<Registered>(before));
  ASSERT_TRUE(std::holds_alternative<Registered>(after)) << name(std::get<Refusal>(after).reason);
  EXPECT_FALSE(std::get<Registered>(before).corrected);
  EXPECT_TRUE(std::get<Registered>(after).corrected);
  EXPECT_TRUE(std::get<Registered>(after).stored);
  const std::string id = std::get<Registered>(before).authenticationId;
  EXPECT_EQ(std::get<Registered>(after).authenticationId, id);
  EXPECT_EQ(std::get<Registered>(after).registeredAt, std::get<Registered>(before).registeredAt);
  EXPECT_EQ(ofAccounts("COUNT(*)"), "1");
  EXPECT_EQ(ofAccounts("email"), "maria@gmail.com");
  EXPECT_EQ(ofAccounts("language"), "en");
  EXPECT_NE(ofAccounts("form").find("maria@gmail.com"), std::string::npos);
  const std::string mails = " FROM outbox WHERE recipient = 'maria@gmail.com'";
  EXPECT_EQ(m_database.query("SELECT COUNT(*)" + mails), "1");
  EXPECT_EQ(m_database.query("SELECT kind" + mails), "registration");
  EXPECT_EQ(m_database.query("SELECT template_values" + mails).find(id), std::string::npos);
  EXPECT_EQ(m_database.query("SELECT COUNT(*) FROM outbox WHERE recipient = 'maria@gmail.con'"),
            "0")
      << "the mail to the wrong address had not left, and is withdrawn";
  EXPECT_EQ(m_database.query("SELECT COUNT(*) FROM links"), "1") << "of the mail to the new one";
  // Repeated, each is answered as it was, and nothing happens twice.
  for (const test::Draft& sent : {first, second}) {
    const Outcome repeated = send(sent);
    ASSERT_TRUE(std::holds_alternative<Registered>(repeated));
    EXPECT_FALSE(std::get<Registered>(repeated).stored);
    EXPECT_EQ(std::get<Registered>(repeated).corrected,
              sent.idempotencyKey == second.idempotencyKey);
  }
  EXPECT_EQ(m_database.query("SELECT COUNT(*)" + mails), "1");
  EXPECT_EQ(ofAccounts("email"), "maria@gmail.com");
}

TEST_F(MistypedAddress, IsNotCorrectedByAnotherCardNorOnceAPasswordWasSet) {
  const test::Draft sent = draft();
  ASSERT_TRUE(std::holds_alternative<Registered>(send(sent)));
  // Somebody else's card makes an account of its own, with whatever address.
  test::Draft other = draft();
  other.card = test::freshCard(m_pki, "parent");
  other.payload.form = test::formOf(other.card);
  other.payload.form["name"] = "WATANABE KENICHI";
  other = again(other, "other@mail.example");
  const Outcome another = send(other);
  ASSERT_TRUE(std::holds_alternative<Registered>(another));
  EXPECT_FALSE(std::get<Registered>(another).corrected);
  EXPECT_EQ(ofAccounts("COUNT(*)"), "2");
  m_database.execute("UPDATE accounts SET password_set_at = 1;\n");
  const Outcome late = send(again(sent, "late@mail.example"));
  ASSERT_TRUE(std::holds_alternative<Refusal>(late));
  EXPECT_EQ(std::get<Refusal>(late).reason, Reason::alreadyRegistered);
  EXPECT_EQ(m_database.query("SELECT COUNT(*) FROM accounts WHERE email = 'late@mail.example'"),
            "0");
}

// Its owner has had a mail with the ID; the information is changed where they are logged in, and
// both addresses hear of it.
TEST_F(MistypedAddress, IsNotCorrectedWhereTheAccountIsInUseOrMayNotBeUsed) {
  const test::Draft sent = draft();
  ASSERT_TRUE(std::holds_alternative<Registered>(send(sent)));
  for (const char* state : {"last_login_at = 1", "last_login_at = NULL, status = 'suspended'"}) {
    m_database.execute("UPDATE accounts SET " + std::string(state) + ";\n");
    const Outcome again = send(this->again(sent, "late@mail.example"));
    ASSERT_TRUE(std::holds_alternative<Refusal>(again)) << state;
    EXPECT_EQ(std::get<Refusal>(again).reason, Reason::alreadyRegistered) << state;
  }
  EXPECT_NE(ofAccounts("email"), "late@mail.example");
}

// As after a move: the municipal office puts another one on the same card.
TEST_F(MistypedAddress, ACardWithAnotherSigningCertificateIsTheSameCard) {
  const test::Draft sent = draft();
  ASSERT_TRUE(std::holds_alternative<Registered>(send(sent)));
  test::Draft moved = again(sent, "new@mail.example");
  const auto issued = test::freshCard(m_pki, "maria");
  moved.card.signingCertificate = issued.signingCertificate;
  moved.card.signingKey = issued.signingKey;
  const Outcome corrected = send(moved);
  ASSERT_TRUE(std::holds_alternative<Registered>(corrected));
  EXPECT_TRUE(std::get<Registered>(corrected).corrected);
  EXPECT_EQ(ofAccounts("certificate_serial"),
            certificate::parseCertificate(issued.signingCertificate).serialHex);
  m_database.execute("UPDATE accounts SET password_set_at = 1;\n");
  const auto refused = [this](const test::Draft& what) {
    const Outcome outcome = send(what);
    const auto* refusal = std::get_if<Refusal>(&outcome);
    return refusal != nullptr ? std::optional(refusal->reason) : std::nullopt;
  };
  EXPECT_EQ(refused(again(moved, "late@mail.example")), Reason::alreadyRegistered);
  // In use it is not changed, but for what its owner signs with.
  test::Draft named = again(moved, "late@mail.example");
  const auto another = test::freshCard(m_pki, "maria");
  named.card.signingCertificate = another.signingCertificate;
  named.card.signingKey = another.signingKey;
  EXPECT_EQ(refused(named), Reason::alreadyRegistered);
  const std::string serial = certificate::parseCertificate(another.signingCertificate).serialHex;
  EXPECT_EQ(ofAccounts("certificate_serial"), serial);
  EXPECT_EQ(ofAccounts("email"), "new@mail.example");
  m_database.execute("UPDATE accounts SET status = 'suspended';\n");
  EXPECT_EQ(refused(again(sent, "late@mail.example")), Reason::alreadyRegistered);
  EXPECT_EQ(ofAccounts("certificate_serial"), serial);
  EXPECT_EQ(ofAccounts("COUNT(*)"), "1");
  // Who has had it deleted registers anew.
  m_database.execute(
      "UPDATE accounts SET status = 'deleted', issuer_key = NULL,"
      " certificate_serial = NULL;\n");
  EXPECT_TRUE(std::holds_alternative<Registered>(send(again(moved, "new@mail.example"))));
}

// A card and its secrets would else write to any number of addresses.
TEST_F(MistypedAddress, CorrectionsFillNobodysMailbox) {
  test::Draft sent = draft();
  ASSERT_TRUE(std::holds_alternative<Registered>(send(sent)));
  for (int i = 0; i < 24; ++i) {
    sent = again(sent, i % 2 == 0 ? "victim@mail.example" : "maria@mail.example");
    ASSERT_TRUE(std::holds_alternative<Registered>(send(sent)));
  }
  EXPECT_EQ(m_database.query("SELECT COUNT(*) FROM outbox WHERE mailbox = '" +
                             mailboxKey("victim@mail.example") + "' AND planned_at = created_at"),
            "10");
}

// A request that nobody waits for any more does not wait for the database either.
TEST_F(RegistrationServiceSteps, ABusyDatabaseIsNotWaitedForLongerThanTheRequestMayTake) {
  const test::Draft sent = draft();
  const std::string body = test::signedBody(sent);
  const auto lock = [&sent](Transaction& transaction) {
    useUp(transaction, {sent.payload.nonce, now() + std::chrono::minutes(1)});
  };
  EXPECT_THROW(m_storage.write(soon(),
                               [&](Transaction& transaction) {
                                 lock(transaction);
                                 m_service.registerPerson(
                                     body, sent.idempotencyKey,
                                     deadlineIn(std::chrono::milliseconds(100)));
                               }),
               StorageError);
  EXPECT_EQ(m_database.query("SELECT COUNT(*) FROM accounts"), "0");
  const Outcome later = m_service.registerPerson(body, sent.idempotencyKey, soon());
  EXPECT_TRUE(std::holds_alternative<Registered>(later));
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
      EXPECT_NO_THROW(
          m_trust.judge(certificate::Certificate(), certificate::Purpose::signing, now()));
    }
    remover.join();
  }
}

}  // namespace
}  // namespace madoguchi::backend
