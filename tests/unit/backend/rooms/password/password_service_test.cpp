#include "backend/rooms/password/password_service.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sodium.h>

#include <functional>
#include <nlohmann/json.hpp>
#include <thread>

#include "backend/accounts/email_change_store.h"
#include "backend/accounts/login_store.h"
#include "backend/accounts/password_mail.h"
#include "backend/core/token.h"
#include "backend/rooms/password/password_store.h"
#include "backend/rooms/registration/registration_store.h"
#include "tests/support/test_database.h"

namespace madoguchi::backend {
namespace {

using protocol::FieldError;
using protocol::Reason;
using protocol::Refusal;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using testing::ElementsAre;

constexpr std::string_view kOrigin = "https://localhost";
const std::string kPassword = "AB12345!";
const std::string kId = "wikpn31487";
const std::string kEmail = "applicant@mail.example";

Deadline soon() { return deadlineIn(minutes(1)); }

class PasswordServiceTest : public testing::Test {
 protected:
  PasswordServiceTest() : m_account(addAccount(kId, kEmail)) {}

  template <typename Work>
  auto write(Work work) {
    return m_storage.write(soon(), work);
  }
  std::string addAccount(const std::string& id, const std::string& email) {
    return write([&](Transaction& transaction) {
      const std::string account = backend::addAccount(
          transaction,
          {.entrance = "coeByEmail",
           .userClass = "coeByEmail",
           .language = "en",
           .form = "{}",
           .email = email,
           .termsVersion = "1",
           .certificate = std::nullopt},
          "key of " + id, {.requestDigest = "x", .authenticationId = id, .registeredAt = m_now});
      mailPasswordLink(transaction, kOrigin,
                       {.accountId = account, .recipient = email, .language = "en"}, m_now);
      return account;
    });
  }
  /// The token in the newest mail to the address that waits.
  std::string newestToken(const std::string& email = kEmail) {
    const std::string values = m_database.query(
        "SELECT template_values FROM outbox WHERE state = 'waiting' AND recipient = '" + email +
        "' AND template_values LIKE '%link%' ORDER BY created_at DESC");
    const std::string link = nlohmann::json::parse(values).value("link", "");
    return link.substr(link.rfind('/') + 1);
  }
  PasswordService::Choice choice(const std::string& token, const std::string& attempt = "first") {
    return {token, kPassword, kPassword, attempt};
  }
  using Outcome = std::variant<PasswordService::Chosen, Refusal>;
  static Reason reasonOf(const Outcome& outcome) {
    const auto* refusal = std::get_if<Refusal>(&outcome);
    EXPECT_NE(refusal, nullptr) << "it was taken";
    return refusal != nullptr ? refusal->reason : Reason::internal;
  }
  static bool isStored(const Outcome& outcome) {
    const auto* chosen = std::get_if<PasswordService::Chosen>(&outcome);
    EXPECT_NE(chosen, nullptr) << "it was refused";
    return chosen != nullptr && chosen->stored;
  }
  bool isPassword(const std::string& password) {
    const auto account =
        write([&](Transaction& transaction) { return findAccount(transaction, m_account); });
    const PasswordHasher::Turn turn(m_hasher, soon());
    return m_hasher.verify(turn, password, account->hash);
  }
  std::string count(const std::string& what) {
    return m_database.query("SELECT COUNT(*) FROM " + what);
  }

  test::TestDatabase m_database;
  Storage m_storage{m_database.connection()};
  PasswordHasher m_hasher{{.memory = crypto_pwhash_MEMLIMIT_MIN, .passes = 1, .atOnce = 2}};
  Seconds m_now{seconds(1'795'000'000)};
  std::function<void()> m_asked = [] {};  ///< when the service asks what time it is
  PasswordService m_service{m_storage, m_hasher, std::string(kOrigin), nullptr, [this] {
                              m_asked();
                              return m_now;
                            }};
  std::string m_account;
};

TEST_F(PasswordServiceTest, TheLinkOfTheMailSetsThePasswordAndASecondMailTellsTheId) {
  const std::string token = newestToken();
  const auto link = m_service.look(token, soon());
  EXPECT_EQ(link.state, LinkState::good);
  EXPECT_EQ(link.language, "en");
  EXPECT_EQ(m_database.query("SELECT useless_after FROM outbox"),
            std::to_string((m_now + hours(24)).time_since_epoch().count()));
  EXPECT_TRUE(isStored(m_service.choose(choice(token), soon())));
  EXPECT_TRUE(isPassword(kPassword));
  EXPECT_EQ(m_database.query("SELECT password_set_at FROM accounts"),
            std::to_string(m_now.time_since_epoch().count()));
  EXPECT_EQ(m_database.query("SELECT template_values FROM outbox WHERE kind = 'authenticationId'"),
            R"({"authenticationId":")" + kId + "\"}");
}

// Whoever was in with the old one may have given an address of theirs.
TEST_F(PasswordServiceTest, APasswordByLinkEndsANewAddressThatWaits) {
  write([&](Transaction& transaction) {
    addEmailChange(
        transaction,
        {.accountId = m_account, .email = "theirs@mail.example", .expiresAt = m_now + hours(1)},
        m_now);
  });
  m_service.choose(choice(newestToken()), soon());
  EXPECT_FALSE(write(
      [&](Transaction& transaction) { return waitingEmailChange(transaction, m_account, m_now); }));
}

TEST_F(PasswordServiceTest, NeitherTheTokenNorThePasswordStandsInTheDatabase) {
  const std::string token = newestToken();
  m_service.choose(choice(token), soon());
  EXPECT_EQ(count("links WHERE hash = '" + token + "'"), "0");
  EXPECT_EQ(count("accounts WHERE password_hash LIKE '%" + kPassword + "%'"), "0");
  EXPECT_EQ(count("outbox WHERE template_values LIKE '%" + token + "%'"), "0")
      << "the mail is withdrawn: its link is used";
}

TEST_F(PasswordServiceTest, LookingChangesNothing) {
  const std::string token = newestToken();
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(m_service.look(token, soon()).state, LinkState::good);
  }
}

TEST_F(PasswordServiceTest, OfTwoBrowsersTheSecondIsTold) {
  const std::string token = newestToken();
  EXPECT_TRUE(isStored(m_service.choose(choice(token), soon())));
  PasswordService::Choice second = choice(token, "second");
  second.password = second.confirmation = "CD67890!";
  EXPECT_EQ(reasonOf(m_service.choose(second, soon())), Reason::linkUsed);
  EXPECT_TRUE(isPassword(kPassword));
  EXPECT_EQ(m_service.look(token, soon()).state, LinkState::used);
}

TEST_F(PasswordServiceTest, AtOnceOneOfThemSetsIt) {
  const std::string token = newestToken();
  std::vector<Outcome> outcomes(4, Refusal{Reason::internal});
  {
    std::vector<std::jthread> browsers;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
      browsers.emplace_back(
          [&, i] { outcomes[i] = m_service.choose(choice(token, std::to_string(i)), soon()); });
    }
  }
  EXPECT_EQ(std::count_if(outcomes.begin(), outcomes.end(),
                          [](const Outcome& one) {
                            return std::holds_alternative<PasswordService::Chosen>(one);
                          }),
            1);
  EXPECT_EQ(count("outbox WHERE kind = 'authenticationId'"), "1");
}

TEST_F(PasswordServiceTest, TheSameAttemptAgainGetsTheSameAnswer) {
  const std::string token = newestToken();
  EXPECT_TRUE(isStored(m_service.choose(choice(token), soon())));
  EXPECT_FALSE(isStored(m_service.choose(choice(token), soon())));
  EXPECT_EQ(count("outbox WHERE kind = 'authenticationId'"), "1");
}

TEST_F(PasswordServiceTest, ALinkEndsAfterADayAndANewOneIsSent) {
  const std::string token = newestToken();
  m_now += hours(24);
  EXPECT_EQ(m_service.look(token, soon()).state, LinkState::expired);
  EXPECT_EQ(reasonOf(m_service.choose(choice(token), soon())), Reason::linkExpired);
  EXPECT_FALSE(m_service.renew(token, soon()));
  const std::string renewed = newestToken();
  EXPECT_NE(renewed, token);
  EXPECT_TRUE(isStored(m_service.choose(choice(renewed), soon())));
}

TEST_F(PasswordServiceTest, ANewLinkIsNotSentTwiceAtOnceAndEndsTheOldOne) {
  const std::string first = newestToken();
  m_service.renew(first, soon());
  EXPECT_EQ(newestToken(), first) << "sent just now";
  m_now += minutes(5);
  m_service.renew(first, soon());
  const std::string second = newestToken();
  EXPECT_NE(second, first);
  EXPECT_EQ(m_service.look(first, soon()).state, LinkState::expired);
  EXPECT_EQ(count("outbox WHERE state = 'waiting' AND recipient = '" + kEmail + "'"), "1")
      << "the mail with the old one is withdrawn";
}

TEST_F(PasswordServiceTest, ALinkThatAClockAheadHasSentStandsInTheWayOfNoOther) {
  const std::string first = newestToken();
  m_now -= hours(24 * 400);
  EXPECT_EQ(m_service.look(first, soon()).state, LinkState::expired);
  EXPECT_FALSE(m_service.renew(first, soon()));
  const std::string second = newestToken();
  EXPECT_NE(second, first);
  EXPECT_EQ(m_service.look(second, soon()).state, LinkState::good);
}

TEST_F(PasswordServiceTest, ACutOrGuessedLinkIsUnknown) {
  const std::string token = newestToken();
  for (const std::string& other :
       {token.substr(0, token.size() - 1), std::string(), std::string(43, 'A')}) {
    EXPECT_EQ(m_service.look(other, soon()).state, std::nullopt);
    EXPECT_EQ(reasonOf(m_service.choose(choice(other), soon())), Reason::linkUnknown);
    EXPECT_EQ(m_service.renew(other, soon())->reason, Reason::linkUnknown);
  }
}

TEST_F(PasswordServiceTest, SaysEverythingThatIsWrongAtOnceAndTheLinkStaysGood) {
  const std::string token = newestToken();
  const auto errorsOf = [&](const std::string& password, const std::string& confirmation) {
    const Outcome outcome = m_service.choose({token, password, confirmation, "x"}, soon());
    EXPECT_EQ(reasonOf(outcome), Reason::formInvalid);
    return std::get<Refusal>(outcome).fields;
  };
  EXPECT_THAT(errorsOf("", ""), ElementsAre(FieldError{"password", "WZBAM001E"},
                                            FieldError{"passwordConfirmation", "WZBAM001E"}));
  EXPECT_THAT(errorsOf("abc", "abd"), ElementsAre(FieldError{"password", "WZBAM018E"},
                                                  FieldError{"passwordConfirmation", "WZBAM160E"}));
  EXPECT_THAT(errorsOf(kPassword, "ab12345!"),
              ElementsAre(FieldError{"passwordConfirmation", "WZBAM160E"}));
  EXPECT_TRUE(isStored(m_service.choose(choice(token), soon())));
}

TEST_F(PasswordServiceTest, RefusesForAWhileWhereTooManyAreBeingHashed) {
  PasswordHasher none({.memory = crypto_pwhash_MEMLIMIT_MIN, .passes = 1, .atOnce = 0});
  PasswordService busy(m_storage, none, std::string(kOrigin), nullptr, [this] { return m_now; });
  const Outcome outcome = busy.choose(choice(newestToken()), deadlineIn(std::chrono::seconds(1)));
  EXPECT_EQ(reasonOf(outcome), Reason::unavailable);
  EXPECT_TRUE(std::get<Refusal>(outcome).retryAfter);
  EXPECT_EQ(m_service.look(newestToken(), soon()).state, LinkState::good);
}

class ForgottenPassword : public PasswordServiceTest {
 protected:
  ForgottenPassword() {
    m_service.choose(choice(newestToken()), soon());
    m_now += days(10);
  }
};

TEST_F(ForgottenPassword, IsSetAnewByALinkToTheRegisteredAddress) {
  EXPECT_FALSE(m_service.requestLink(" WIKPN 31487 ", "Applicant@Mail.Example", soon()));
  EXPECT_TRUE(isPassword(kPassword)) << "until a new one is set";
  const std::string token = newestToken();
  EXPECT_EQ(m_service.look(token, soon()).purpose, LinkPurpose::forgottenPassword);
  EXPECT_TRUE(isStored(m_service.choose({token, "CD67890!", "CD67890!", "x"}, soon())));
  EXPECT_TRUE(isPassword("CD67890!"));
  EXPECT_EQ(count("outbox WHERE kind = 'passwordChanged' AND recipient = '" + kEmail + "'"), "1");
  EXPECT_EQ(count("outbox WHERE kind = 'authenticationId'"), "1") << "only after the first";
}

TEST_F(ForgottenPassword, TheSameIsAnsweredAndWrittenForEverybody) {
  const auto rows = [&] { return std::stoi(count("outbox")); };
  const int before = rows();
  EXPECT_FALSE(m_service.requestLink(kId, kEmail, soon()));
  const int afterKnown = rows();
  EXPECT_FALSE(m_service.requestLink(kId, "other@mail.example", soon()));
  const int afterOther = rows();
  EXPECT_FALSE(m_service.requestLink("nobody1", kEmail, soon()));
  const int afterNobody = rows();
  EXPECT_FALSE(m_service.requestLink(kId, kEmail, soon()));  // again, at once
  EXPECT_EQ(afterKnown - before, 1);
  EXPECT_EQ(afterOther - afterKnown, 1);
  EXPECT_EQ(afterNobody - afterOther, 1);
  EXPECT_EQ(rows() - afterNobody, 1);
  EXPECT_EQ(count("outbox WHERE kind = 'forgottenPassword' AND state = 'waiting'"), "1");
  EXPECT_EQ(count("outbox WHERE recipient = 'other@mail.example'"), "0");
}

TEST_F(ForgottenPassword, WhatCanBeNoIdOrAddressIsToldAtOnce) {
  const auto errorsOf = [&](std::string_view id, std::string_view email) {
    return m_service.requestLink(id, email, soon()).value_or(Refusal{}).fields;
  };
  EXPECT_THAT(
      errorsOf("short", "no address"),
      ElementsAre(FieldError{"authenticationId", "WZBAM168E"}, FieldError{"email", "WZBAM168E"}));
  EXPECT_THAT(errorsOf("", ""), ElementsAre(FieldError{"authenticationId", "WZBAM001E"},
                                            FieldError{"email", "WZBAM001E"}));
  EXPECT_THAT(errorsOf("wikpn-31487", kEmail),
              ElementsAre(FieldError{"authenticationId", "WZBAM168E"}));
}

TEST_F(ForgottenPassword, OneMailboxGetsNoMoreThanItsNumberADay) {
  for (int i = 0; i < 2 * kMostADay; ++i) {
    m_now += minutes(6);
    EXPECT_FALSE(m_service.requestLink(kId, kEmail, soon()));
  }
  EXPECT_LE(std::stoi(count("outbox WHERE kind = 'forgottenPassword' AND recipient <> ''"
                            " AND state = 'waiting' AND planned_at = created_at")),
            kMostADay);
}

TEST_F(ForgottenPassword, AUsedLinkSendsOneForANewPassword) {
  const std::string used = m_database.query("SELECT COUNT(*) FROM links WHERE used_by <> ''");
  ASSERT_EQ(used, "1");
  m_service.requestLink(kId, kEmail, soon());
  const std::string token = newestToken();
  ASSERT_TRUE(isStored(m_service.choose({token, "CD67890!", "CD67890!", "x"}, soon())));
  m_now += days(1);
  EXPECT_FALSE(m_service.renew(token, soon()));
  EXPECT_EQ(m_service.look(newestToken(), soon()).purpose, LinkPurpose::forgottenPassword);
}

TEST_F(ForgottenPassword, AndSetAnewEndsSessionsAndTheLock) {
  write([&](Transaction& transaction) {
    addSession(transaction, m_account, "token", m_now);
    while (takeTry(transaction, kId, m_now)) {
    }
  });
  m_service.requestLink(kId, kEmail, soon());
  EXPECT_TRUE(isStored(m_service.choose({newestToken(), "CD67890!", "CD67890!", "x"}, soon())));
  EXPECT_EQ(count("sessions"), "0");
  EXPECT_EQ(write([&](Transaction& transaction) { return takeTry(transaction, kId, m_now); }), 1);
  EXPECT_EQ(
      count("security_events WHERE event = 'passwordSet' AND account_id = '" + m_account + "'"),
      "2");
}

/// Of somebody who is logged in twice, of which the second session is theirs now.
class ChangedPassword : public ForgottenPassword {
 protected:
  ChangedPassword() {
    write([&](Transaction& transaction) {
      addSession(transaction, m_account, "first", m_now);
      addSession(transaction, m_account, "second", m_now);
    });
  }
  std::optional<Refusal> change(const std::string& current, const std::string& password,
                                const std::string& confirmation,
                                const std::string& attempt = "once") {
    return m_service.change({.accountId = m_account,
                             .sessionId = tokenDigest("second"),
                             .current = current,
                             .password = password,
                             .confirmation = confirmation,
                             .attempt = attempt,
                             .subscriber = "192.0.2.1"},
                            soon());
  }
  /// Of who is not logged in.
  static PasswordService::Change expired() {
    return {.current = kPassword,
            .password = "CD67890!",
            .confirmation = "CD67890!",
            .attempt = "once",
            .subscriber = "192.0.2.1"};
  }
  std::vector<FieldError> errorsOf(const std::string& current, const std::string& password,
                                   const std::string& confirmation) {
    const auto refusal = change(current, password, confirmation);
    EXPECT_TRUE(refusal && refusal->reason == Reason::formInvalid);
    return refusal.value_or(Refusal{}).fields;
  }
};

TEST_F(ChangedPassword, IsTheNewOneAndOtherSessionsEnd) {
  EXPECT_FALSE(change(kPassword, "CD67890!", "CD67890!"));
  EXPECT_TRUE(isPassword("CD67890!"));
  EXPECT_EQ(m_database.query("SELECT hash FROM sessions"), tokenDigest("second"));
  EXPECT_EQ(count("sessions"), "1");
  EXPECT_EQ(count("outbox WHERE kind = 'passwordChanged' AND recipient = '" + kEmail + "'"), "1");
  EXPECT_EQ(m_database.query("SELECT password_set_at FROM accounts"),
            std::to_string(m_now.time_since_epoch().count()));
}

// Whoever was in may have given an address of theirs.
TEST_F(ChangedPassword, EndsANewAddressThatWaits) {
  write([&](Transaction& transaction) {
    addEmailChange(
        transaction,
        {.accountId = m_account, .email = "theirs@mail.example", .expiresAt = m_now + hours(1)},
        m_now);
  });
  EXPECT_FALSE(change(kPassword, "CD67890!", "CD67890!"));
  EXPECT_FALSE(write(
      [&](Transaction& transaction) { return waitingEmailChange(transaction, m_account, m_now); }));
}

TEST_F(ChangedPassword, OnceForOneAttempt) {
  EXPECT_FALSE(change(kPassword, "CD67890!", "CD67890!"));
  EXPECT_FALSE(change(kPassword, "CD67890!", "CD67890!")) << "the answer was lost";
  EXPECT_EQ(count("outbox WHERE kind = 'passwordChanged'"), "1");
  EXPECT_TRUE(change(kPassword, "CD67890!", "CD67890!", "another"));
}

TEST_F(ChangedPassword, NeedsThePresentOneAndAnotherTwice) {
  EXPECT_THAT(errorsOf("", "", ""), ElementsAre(FieldError{"currentPassword", "WZBAM001E"},
                                                FieldError{"password", "WZBAM001E"},
                                                FieldError{"passwordConfirmation", "WZBAM001E"}));
  EXPECT_THAT(
      errorsOf("EF12345!", "short", "other"),
      ElementsAre(FieldError{"currentPassword", "WZBAM154E"}, FieldError{"password", "WZBAM018E"},
                  FieldError{"passwordConfirmation", "WZBAM162E"}));
  EXPECT_THAT(errorsOf(kPassword, kPassword, kPassword),
              ElementsAre(FieldError{"password", "WZBAM005E"}));
  EXPECT_TRUE(isPassword(kPassword));
}

TEST_F(ChangedPassword, GuessingThePresentOneLocksAndEndsTheSession) {
  for (int i = 1; i < kMostFailures; ++i) {
    EXPECT_EQ(errorsOf("EF12345!", "CD67890!", "CD67890!").size(), 1U);
  }
  EXPECT_EQ(change("EF12345!", "CD67890!", "CD67890!")->reason, Reason::accountLocked);
  EXPECT_EQ(count("sessions"), "0");
  EXPECT_EQ(change(kPassword, "CD67890!", "CD67890!")->reason, Reason::accountLocked);
  EXPECT_TRUE(isPassword(kPassword));
}

// Its owner takes the account back while the one that was right is being replaced.
TEST_F(ChangedPassword, IsNotReplacedByWhoKnewTheOneBefore) {
  const std::string theirs = m_hasher.hash("EF12345!", soon()).value();
  const auto taken = [&](const std::string& statement) {
    int asked = 0;
    m_asked = [this, asked, statement]() mutable {
      if (++asked == 2) {  // once it was looked at
        m_database.execute(statement);
      }
    };
  };
  taken("UPDATE accounts SET password_hash = '" + theirs + "';\n");
  EXPECT_EQ(change(kPassword, "CD67890!", "CD67890!")->reason, Reason::sessionMissing);
  EXPECT_TRUE(isPassword("EF12345!"));
  taken("UPDATE accounts SET status = 'suspended';\n");
  EXPECT_EQ(change("EF12345!", "CD67890!", "CD67890!")->reason, Reason::sessionMissing);
  EXPECT_TRUE(isPassword("EF12345!"));
  EXPECT_EQ(count("outbox WHERE kind = 'passwordChanged'"), "0");
}

TEST_F(ChangedPassword, GuessesAreNotedAsThoseOfALogin) {
  for (int i = 0; i < kMostFailures + 1; ++i) {
    change("EF12345!", "CD67890!", "CD67890!");
  }
  const auto noted = [this](const std::string& event) {
    return count("security_events WHERE subscriber = '192.0.2.1' AND account_id = '" + m_account +
                 "' AND event = '" + event + "'");
  };
  EXPECT_EQ(noted("loginFailed"), std::to_string(kMostFailures - 1));
  EXPECT_EQ(noted("accountLocked"), "1");
  EXPECT_EQ(noted("loginWhileLocked"), "1");
}

TEST_F(ChangedPassword, NoTryIsTakenWhereNoneWasLookedAt) {
  PasswordHasher none({.memory = crypto_pwhash_MEMLIMIT_MIN, .passes = 1, .atOnce = 0});
  PasswordService busy(m_storage, none, std::string(kOrigin), nullptr, [this] { return m_now; });
  EXPECT_EQ(busy.changeExpired(kId, expired(), deadlineIn(seconds(1)))->reason,
            Reason::unavailable);
  EXPECT_EQ(count("login_tries"), "0");
}

TEST_F(ChangedPassword, AnExpiredOneIsThatOfItsIdAndOfNothingThatBeginsLikeIt) {
  using namespace std::string_literals;
  for (const std::string& typed : {kId + "\0"s, kId + "\0x"s}) {
    const auto refusal = m_service.changeExpired(typed, expired(), soon());
    EXPECT_EQ(refusal->reason, Reason::formInvalid);
    EXPECT_THAT(refusal->fields, ElementsAre(FieldError{"currentPassword", "WZBAM154E"}));
    EXPECT_EQ(count("login_tries WHERE failures = 1 AND id_hash = '" + sha256Hex(typed) + "'"),
              "1");
  }
  EXPECT_TRUE(isPassword(kPassword));
  EXPECT_FALSE(m_service.changeExpired(kId, expired(), soon()));
}

TEST_F(ChangedPassword, NobodyOutsideEndsASessionByGuessing) {
  PasswordService::Change guess = expired();
  guess.current = "EF12345!";
  for (int i = 0; i < kMostFailures; ++i) {
    m_service.changeExpired(kId, guess, soon());
  }
  EXPECT_EQ(m_service.changeExpired(kId, guess, soon())->reason, Reason::accountLocked);
  EXPECT_EQ(count("sessions"), "2");
}

TEST_F(PasswordServiceTest, WhoNeverSetOneIsSentTheFirstLinkAgain) {
  m_now += days(2);
  EXPECT_FALSE(m_service.requestLink(kId, kEmail, soon()));
  EXPECT_EQ(m_service.look(newestToken(), soon()).purpose, LinkPurpose::firstPassword);
  EXPECT_EQ(count("outbox WHERE kind = 'registration' AND state = 'waiting'"), "1");
}

TEST_F(PasswordServiceTest, AccountsWithoutAPasswordAreForgottenAfterTheirLastLinkOnly) {
  addAccount("other12345", "other@mail.example");
  m_service.choose(choice(newestToken()), soon());
  m_database.execute(
      "INSERT INTO accounts (id, authentication_id, entrance, user_class, language, form, email,"
      " terms_version, created_at) VALUES ('old', 'older12345', '', '', 'ja', '', '', '', 1);\n");
  const auto forget = [&](Seconds before) {
    return write([&](Transaction& transaction) {
      return forgetUnfinishedAccounts(transaction, before, 100);
    });
  };
  EXPECT_EQ(forget(m_now), 0);
  EXPECT_EQ(forget(m_now + seconds(1)), 1);
  EXPECT_EQ(count("accounts"), "2") << "with a password, and of a version without links";
  EXPECT_EQ(count("accounts WHERE authentication_id = 'other12345'"), "0");
  EXPECT_EQ(count("idempotency"), "1");
  EXPECT_EQ(count("links"), "1");
}

// Who has a card needs none; and what was filed would be nobody's.
TEST_F(PasswordServiceTest, AccountsInUseAreNotForgottenForWantOfAPassword) {
  const std::string filed = addAccount("other12345", "other@mail.example");
  write([&](Transaction& transaction) { addSession(transaction, m_account, "by card", m_now); });
  m_database.execute(
      "INSERT INTO applications (id, account_id, draft_id, attempt, procedure_id, "
      "provisional_number,"
      " state, receipt, key_id, content, filed_at, changed_at) VALUES ('a', '" +
      filed + "', 'd', 'x', 'extension', 'P1', 'filed', 'post', '1', '', 1, 1);\n");
  EXPECT_EQ(write([&](Transaction& transaction) {
              return forgetUnfinishedAccounts(transaction, m_now + days(400), 100);
            }),
            0);
  EXPECT_EQ(count("accounts"), "2");
}

}  // namespace
}  // namespace madoguchi::backend
