#include "backend/rooms/account/information_service.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "backend/accounts/password_mail.h"
#include "backend/rooms/account/account_store.h"
#include "backend/rooms/password/password_store.h"
#include "backend/rooms/registration/registration_store.h"
#include "tests/support/test_database.h"

namespace madoguchi::backend {
namespace {

using nlohmann::json;
using protocol::FieldError;
using protocol::InformationChanged;
using protocol::Reason;
using protocol::Refusal;
using std::chrono::hours;
using std::chrono::minutes;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

const std::string kOldEmail = "old@mail.example";
const std::string kNewEmail = "new@mail.example";

class InformationServiceTest : public testing::Test {
 protected:
  using Outcome = std::variant<InformationChanged, Refusal>;

  static Deadline soon() { return deadlineIn(minutes(1)); }
  template <typename Work>
  auto write(Work work) {
    return m_storage.write(soon(), work);
  }
  std::string addPerson(const std::string& entrance = "coeByEmail") {
    json answers = {{"name", "HOUMU TARO"},
                    {"sex", "male"},
                    {"dateOfBirth", "1990-04-01"},
                    {"municipalityCode", "131016"},
                    {"addressRest", "霞が関１－１－１"},
                    {"phone", "0312345678"},
                    {"email", kOldEmail},
                    {"userClass", entrance}};
    if (entrance == "attorneyOrScrivener") {
      answers["agentCertificateNumber"] = "132010700050";
    }
    return write([&](Transaction& transaction) {
      return addAccount(
          transaction,
          {.entrance = entrance,
           .userClass = entrance,
           .language = "easy",
           .form = json{{"answers", answers}, {"id", "registration"}, {"version", 1}}.dump(),
           .email = kOldEmail,
           .termsVersion = "1",
           .certificate = std::nullopt},
          "key of " + entrance,
          {.requestDigest = "x",
           .authenticationId = entrance.substr(0, 5) + "00001",
           .registeredAt = m_now});
    });
  }
  Outcome change(const json& answers, const std::string& attempt = "first",
                 const std::string& account = {}) {
    const std::string form =
        json{{"answers", answers}, {"id", "informationChange"}, {"version", 1}}.dump();
    return m_service.change({.accountId = account.empty() ? m_account : account,
                             .form = form,
                             .attempt = attempt,
                             .subscriber = "192.0.2.7"},
                            soon());
  }
  Outcome changeEmail(const std::string& email = kNewEmail, const std::string& attempt = "first") {
    return change({{"email", email}, {"emailConfirmation", email}}, attempt);
  }
  static InformationChanged changed(const Outcome& outcome) {
    const auto* done = std::get_if<InformationChanged>(&outcome);
    EXPECT_NE(done, nullptr) << protocol::name(std::get<Refusal>(outcome).reason);
    return done != nullptr ? *done : InformationChanged{};
  }
  static Refusal refused(const Outcome& outcome) {
    const auto* refusal = std::get_if<Refusal>(&outcome);
    EXPECT_NE(refusal, nullptr) << "it was taken";
    return refusal != nullptr ? *refusal : Refusal{};
  }
  std::optional<Refusal> confirm(const std::string& token, const std::string& attempt = "by form") {
    return m_service.confirm({token, attempt, "192.0.2.8"}, soon());
  }
  json answers() {
    return json::parse(m_database.query("SELECT form FROM accounts WHERE id = '" + m_account + "'"))
        .at("answers");
  }
  std::string email() {
    return m_database.query("SELECT email FROM accounts WHERE id = '" + m_account + "'");
  }
  /// The token in the mail to the address that waits.
  std::string tokenTo(const std::string& address) {
    const std::string values = m_database.query(
        "SELECT template_values FROM outbox WHERE state = 'waiting' AND kind ="
        " 'emailConfirm' AND recipient = '" +
        address + "'");
    const std::string link = values.empty() ? "" : json::parse(values).value("link", "");
    EXPECT_THAT(link, testing::StartsWith("https://localhost/email/")) << address;
    return link.substr(link.rfind('/') + 1);
  }
  std::string mailsTo(const std::string& address, const std::string& kind) {
    return m_database.query(
        "SELECT COUNT(*) FROM outbox WHERE state = 'waiting' AND language ="
        " 'easy' AND recipient = '" +
        address + "' AND kind = '" + kind + "'");
  }
  std::string changes(const std::string& what) {
    return m_database.query("SELECT " + what + " FROM information_changes");
  }

  Seconds m_now{std::chrono::sys_days(std::chrono::year(2026) / 11 / 20)};
  test::TestDatabase m_database;
  Storage m_storage = m_database.storage();
  InformationService m_service{m_storage, "https://localhost", [this] { return m_now; }};
  std::string m_account = addPerson();
};

TEST_F(InformationServiceTest, WhatIsChangedIsStoredAndNothingElse) {
  json expected = answers();
  EXPECT_THAT(changed(change({{"municipalityCode", "011011"},
                              {"addressRest", "北１条西２"},
                              {"phone", "0312345678"}}))
                  .changed,
              ElementsAre("addressRest", "municipalityCode"));
  expected["municipalityCode"] = "011011";
  expected["addressRest"] = "北１条西２";
  EXPECT_EQ(answers(), expected);
  EXPECT_EQ(m_database.query("SELECT COUNT(*) FROM outbox"), "0") << "no mail tells of it";
}

TEST_F(InformationServiceTest, WhoChangedWhichFieldIsKeptWithoutValues) {
  change({{"phone", "0399999999"}});
  EXPECT_EQ(changes("account_id"), m_account);
  EXPECT_EQ(changes("changed"), "phone");
  EXPECT_EQ(changes("happened_at"), std::to_string(m_now.time_since_epoch().count()));
  EXPECT_EQ(changes("subscriber"), "192.0.2.7");
  EXPECT_EQ(changes("request_digest") == sha256Hex(R"({"answers":{"phone":"0399999999"},)"
                                                   R"("id":"informationChange","version":1})"),
            false)
      << "whoever guesses a number could see that it is right";
}

TEST_F(InformationServiceTest, TheSameAgainIsDoneOnceAndAnsweredAlike) {
  const auto first = changed(changeEmail());
  m_now += minutes(1);
  EXPECT_EQ(changed(changeEmail()), first);
  EXPECT_EQ(mailsTo(kNewEmail, "emailConfirm"), "1");
  EXPECT_EQ(refused(change({{"phone", "0399999999"}})).reason, Reason::idempotencyConflict);
  EXPECT_EQ(answers().at("phone"), "0312345678");
}

TEST_F(InformationServiceTest, TheSameNameOfSomebodyElseIsAnotherRequest) {
  const std::string other = addPerson("attorneyOrScrivener");
  changed(change({{"phone", "0399999999"}}));
  changed(change({{"phone", "0388888888"}}, "first", other));
  EXPECT_EQ(answers().at("phone"), "0399999999");
}

TEST_F(InformationServiceTest, RefusesWhatTheFormDoes) {
  const auto at = [&](const json& sent) { return refused(change(sent)).fields; };
  EXPECT_THAT(at({{"municipalityCode", "011011"}}),
              ElementsAre(FieldError{"addressRest", "WZBAM244E"}));
  EXPECT_THAT(at({{"email", kNewEmail}, {"emailConfirmation", kOldEmail}}),
              ElementsAre(FieldError{"emailConfirmation", "WZBAM159E"}));
  EXPECT_THAT(at({{"phone", "03-1234-5679"}}), ElementsAre(FieldError{"phone", "WZBAM005E"}));
  const Refusal same = refused(change({{"phone", "0312345678"}}));
  EXPECT_EQ(same.reason, Reason::formInvalid);
  EXPECT_EQ(same.code, "WZBAM245E");
  EXPECT_EQ(same.fields.size(), 4U);
  EXPECT_EQ(refused(change({{"name", "SOMEBODY ELSE"}})).reason, Reason::malformed);
  EXPECT_EQ(changes("COUNT(*)"), "0");
}

TEST_F(InformationServiceTest, OnlyAttorneysChangeACertificateNumber) {
  const json number = {{"agentCertificateNumber", "132010700051"}};
  EXPECT_THAT(refused(change(number)).fields,
              ElementsAre(FieldError{"agentCertificateNumber", "WZBAM005E"}));
  m_account = addPerson("attorneyOrScrivener");
  EXPECT_THAT(changed(change(number)).changed, ElementsAre("agentCertificateNumber"));
  EXPECT_EQ(answers().at("agentCertificateNumber"), "132010700051");
}

TEST_F(InformationServiceTest, ANewAddressIsConfirmedBeforeItCounts) {
  const auto answer = changed(changeEmail());
  EXPECT_THAT(answer.changed, IsEmpty());
  EXPECT_EQ(answer.newEmail, (protocol::NewEmail{kNewEmail, "2026-11-21T00:00:00Z"}));
  EXPECT_EQ(mailsTo(kOldEmail, "emailChangeAsked"), "1");
  EXPECT_EQ(email(), kOldEmail);
  EXPECT_EQ(answers().at("email"), kOldEmail);
  const std::string token = tokenTo(kNewEmail);
  EXPECT_EQ(m_service.look(token, soon()).email, kNewEmail);
  EXPECT_EQ(email(), kOldEmail) << "looking changes nothing";
  EXPECT_EQ(confirm(token), std::nullopt);
  EXPECT_EQ(email(), kNewEmail);
  EXPECT_EQ(answers().at("email"), kNewEmail);
  EXPECT_EQ(mailsTo(kOldEmail, "emailChanged"), "1");
  EXPECT_EQ(mailsTo(kNewEmail, "emailChanged"), "1");
  EXPECT_EQ(m_database.query("SELECT changed FROM information_changes WHERE subscriber ="
                             " '192.0.2.8'"),
            "email");
  EXPECT_EQ(m_database.query("SELECT COUNT(*) FROM email_changes WHERE email <> ''"), "0");
}

TEST_F(InformationServiceTest, ALinkConfirmsOnceAndWhoAsksAgainIsAnsweredAlike) {
  changeEmail();
  const std::string token = tokenTo(kNewEmail);
  EXPECT_EQ(confirm(token), std::nullopt);
  EXPECT_EQ(confirm(token), std::nullopt);
  EXPECT_EQ(mailsTo(kNewEmail, "emailChanged"), "1");
  EXPECT_EQ(confirm(token, "another window")->reason, Reason::linkUsed);
  EXPECT_EQ(m_service.look(token, soon()).state, LinkState::used);
  EXPECT_EQ(confirm(std::string(43, 'A'))->reason, Reason::linkUnknown);
}

TEST_F(InformationServiceTest, ALinkEndsAfterADayAndWithTheNextChange) {
  changeEmail();
  const std::string first = tokenTo(kNewEmail);
  changeEmail("newer@mail.example", "second");
  EXPECT_EQ(confirm(first)->reason, Reason::linkExpired);
  EXPECT_EQ(mailsTo(kNewEmail, "emailConfirm"), "0") << "the mail that waits is withdrawn";
  const std::string second = tokenTo("newer@mail.example");
  m_now += hours(24);
  EXPECT_EQ(confirm(second)->reason, Reason::linkExpired);
  EXPECT_EQ(email(), kOldEmail);
}

TEST_F(InformationServiceTest, NothingOfAnAccountThatMayNotBeUsedIsChanged) {
  changeEmail();
  const std::string token = tokenTo(kNewEmail);
  for (const char* status : {"suspended", "expired", "invalid"}) {
    m_database.execute("UPDATE accounts SET status = '" + std::string(status) + "';\n");
    EXPECT_EQ(m_service.look(token, soon()).state, LinkState::expired) << status;
    EXPECT_EQ(confirm(token)->reason, Reason::linkExpired) << status;
    EXPECT_EQ(refused(change({{"phone", "0399999999"}}, status)).reason, Reason::sessionMissing);
  }
  EXPECT_EQ(email(), kOldEmail);
  m_database.execute("UPDATE accounts SET status = 'active';\n");
  EXPECT_EQ(confirm(token), std::nullopt);
}

TEST_F(InformationServiceTest, ALinkOfAPasswordConfirmsNoAddressAndTheOtherWayRound) {
  const std::string password = write([&](Transaction& transaction) {
    return addLink(transaction, {.accountId = m_account, .expiresAt = m_now + hours(1)}, m_now);
  });
  changeEmail();
  EXPECT_EQ(confirm(password)->reason, Reason::linkUnknown);
  const std::string token = tokenTo(kNewEmail);
  EXPECT_EQ(write([&](Transaction& transaction) { return findLink(transaction, token, m_now); }),
            std::nullopt);
}

TEST_F(InformationServiceTest, LinksThatWentToTheOldAddressEndWithIt) {
  write([&](Transaction& transaction) {
    mailPasswordLink(transaction, "https://localhost",
                     {.accountId = m_account, .recipient = kOldEmail, .language = "ja"}, m_now);
  });
  changeEmail();
  confirm(tokenTo(kNewEmail));
  EXPECT_EQ(
      write([&](Transaction& transaction) { return goodLinkSince(transaction, m_account, m_now); }),
      std::nullopt);
}

TEST_F(InformationServiceTest, NobodyMailsManyMailboxes) {
  for (int i = 0; i < kMostNewEmails; ++i) {
    changed(changeEmail(std::to_string(i) + kNewEmail, std::to_string(i)));
  }
  const Refusal refusal = refused(changeEmail(kNewEmail, "one more"));
  EXPECT_EQ(refusal.fields, (std::vector<FieldError>{{"email", "emailsOfToday"}}));
  changed(change({{"phone", "0399999999"}}, "no mail"));
  m_now += hours(25);
  changed(changeEmail(kNewEmail, "next day"));
}

TEST_F(InformationServiceTest, WhatAClockAheadHasCountedIsNotCounted) {
  for (int i = 0; i < kMostNewEmails; ++i) {
    changed(changeEmail(std::to_string(i) + kNewEmail, std::to_string(i)));
  }
  m_now -= hours(24 * 400);
  changed(changeEmail(kNewEmail, "the clock was set right"));
}

TEST_F(InformationServiceTest, AnAccountThatIsForgottenTakesItsNewAddressAlong) {
  write([&](Transaction& transaction) {
    addLink(transaction, {.accountId = m_account, .expiresAt = m_now}, m_now);
  });
  changeEmail();
  m_now += hours(24 * 31);
  EXPECT_EQ(write([&](Transaction& transaction) {
              return forgetUnfinishedAccounts(transaction, m_now - hours(24 * 30), 100);
            }),
            1);
  EXPECT_EQ(m_database.query("SELECT COUNT(*) FROM email_changes"), "0");
  EXPECT_EQ(m_database.query("SELECT COUNT(*) FROM outbox WHERE recipient = '" + kNewEmail + "'"),
            "0");
  EXPECT_EQ(changes("COUNT(*)"), "1") << "who changed what stays";
}

TEST_F(InformationServiceTest, LinksThatEndedLongAgoAreForgotten) {
  changeEmail();
  const auto forget = [&](Seconds before) {
    return write(
        [&](Transaction& transaction) { return forgetEmailChanges(transaction, before, 100); });
  };
  EXPECT_EQ(forget(m_now), 0);
  EXPECT_EQ(forget(m_now + hours(25)), 1);
}

}  // namespace
}  // namespace madoguchi::backend
