// What becomes of a password in the program, by who knows the present one.
#include <gmock/gmock.h>

#include "backend/accounts/email_change_store.h"
#include "backend/accounts/login_store.h"
#include "backend/core/token.h"
#include "tests/unit/backend/rooms/password/password_fixture.h"

namespace madoguchi::backend {
namespace {

using protocol::FieldError;
using protocol::Reason;
using protocol::Refusal;
using std::chrono::hours;
using std::chrono::seconds;
using testing::ElementsAre;

/// Of somebody who is logged in twice, of which the second session is theirs now.
class ChangedPassword : public WithPassword {
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

}  // namespace
}  // namespace madoguchi::backend
