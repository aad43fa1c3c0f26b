#include "backend/accounts/account_end.h"

#include <gtest/gtest.h>
#include <sodium.h>

#include "backend/accounts/email_change_store.h"
#include "backend/accounts/login_store.h"
#include "backend/accounts/password_try.h"
#include "backend/core/password_hash.h"
#include "backend/storage/storage.h"
#include "tests/support/test_database.h"

namespace madoguchi::backend {
namespace {

using std::chrono::seconds;

constexpr Seconds kNow{seconds(1'795'000'000)};

TEST(AccountEnd, DeletedAccountsAreForgottenAfterATimeAndFewAtOnce) {
  const test::TestDatabase database;
  Storage storage = database.storage();
  for (const char* id : {"a", "b", "c", "d"}) {
    database.execute(
        "INSERT INTO accounts (id, authentication_id, entrance, user_class, language, form, email,"
        " terms_version, created_at) VALUES ('" +
        std::string(id) + "', '" + id + "', '', '', 'ja', '{}', 'x@y.example', '', 1);\n");
  }
  const auto write = [&](auto work) {
    return storage.write(deadlineIn(std::chrono::minutes(1)), work);
  };
  write([](Transaction& transaction) {
    noteSecurityEvent(transaction, "a", "loggedIn", "", kNow);
    for (const char* id : {"a", "b", "c"}) {
      EXPECT_TRUE(deleteAccount(transaction, id, kNow));
    }
    EXPECT_TRUE(setAccountStatus(transaction, "d", std::string(kSuspended), kNow));
  });
  const auto forget = [&](Seconds before) {
    return write(
        [&](Transaction& transaction) { return forgetDeletedAccounts(transaction, before, 2); });
  };
  EXPECT_EQ(forget(kNow), 0);
  EXPECT_EQ(forget(kNow + seconds(1)), 2);
  EXPECT_EQ(forget(kNow + seconds(1)), 1);
  EXPECT_EQ(forget(kNow + seconds(1)), 0);
  EXPECT_EQ(database.query("SELECT id FROM accounts"), "d");
  EXPECT_EQ(database.query("SELECT COUNT(*) FROM security_events"), "1");
}

TEST(AccountEnd, WhoIsSuspendedHasNoNewAddressWaiting) {
  const test::TestDatabase database;
  Storage storage = database.storage();
  database.execute(
      "INSERT INTO accounts (id, authentication_id, entrance, user_class, language, form, email,"
      " terms_version, created_at) VALUES ('a', 'a', '', '', 'ja', '{}', 'x@y.example', '', 1);\n");
  storage.write(deadlineIn(std::chrono::minutes(1)), [](Transaction& transaction) {
    addEmailChange(
        transaction,
        {.accountId = "a", .email = "theirs@y.example", .expiresAt = kNow + std::chrono::hours(1)},
        kNow);
    EXPECT_TRUE(waitingEmailChange(transaction, "a", kNow));
    EXPECT_TRUE(setAccountStatus(transaction, "a", std::string(kSuspended), kNow));
    EXPECT_FALSE(waitingEmailChange(transaction, "a", kNow));
    EXPECT_TRUE(setAccountStatus(transaction, "a", std::string(kActive), kNow));
    EXPECT_FALSE(waitingEmailChange(transaction, "a", kNow)) << "nor when it goes on";
  });
}

// The login is slow for whoever has no password, too: see PasswordHasher::verify().
TEST(AccountEnd, ThePasswordOfWhoWasSuspendedIsAWrongOneAfterwards) {
  const test::TestDatabase database;
  Storage storage = database.storage();
  PasswordHasher hasher({.memory = crypto_pwhash_MEMLIMIT_MIN, .passes = 1, .atOnce = 1});
  const Deadline soon = deadlineIn(std::chrono::minutes(1));
  const std::string id = "bcdfg12345";
  database.execute(
      "INSERT INTO accounts (id, authentication_id, entrance, user_class, language, form, email,"
      " terms_version, created_at, password_hash, password_set_at) VALUES ('a', '" +
      id + "', '', '', 'ja', '{}', 'x@y.example', '', 1, '" +
      hasher.hash("AB12345!", soon).value() + "', 1);\n");
  const auto becomes = [&](std::string_view status) {
    return storage.write(soon, [&](Transaction& transaction) {
      return setAccountStatus(transaction, "a", std::string(status), kNow);
    });
  };
  const auto attempt = [&] {
    return tryPassword(storage, hasher,
                       {.authenticationId = id, .password = "AB12345!", .subscriber = ""}, kNow,
                       soon);
  };
  EXPECT_TRUE(becomes(kInvalid));
  EXPECT_TRUE(becomes(kActive));
  EXPECT_TRUE(becomes(kSuspended));
  EXPECT_FALSE(becomes(kSuspended));
  const PasswordTry before = attempt();
  EXPECT_EQ(before.outcome, PasswordTry::Outcome::right) << "who is told that it is suspended";
  EXPECT_TRUE(becomes(kActive));
  EXPECT_EQ(attempt().outcome, PasswordTry::Outcome::wrong);
  storage.read(soon, [&](Transaction& transaction) {
    EXPECT_FALSE(stillKnown(transaction, id, before))
        << "nor does a login come in that began before";
  });
  EXPECT_EQ(database.query("SELECT password_set_at FROM accounts"), "1");
}

TEST(AccountEnd, ASuspendedAccountThatIsDeletedSaysSoToWhoKnowsThePassword) {
  const test::TestDatabase database;
  Storage storage = database.storage();
  database.execute(
      "INSERT INTO accounts (id, authentication_id, entrance, user_class, language, form, email,"
      " terms_version, created_at, status, password_hash) VALUES ('a', 'a', '', '', 'ja', '{}',"
      " 'x@y.example', '', 1, 'suspended', 'hash');\n");
  storage.write(deadlineIn(std::chrono::minutes(1)), [](Transaction& transaction) {
    EXPECT_FALSE(setAccountStatus(transaction, "a", std::string(kSuspended), kNow));
    EXPECT_TRUE(deleteAccount(transaction, "a", kNow));
  });
  EXPECT_EQ(database.query("SELECT password_hash FROM accounts"), "hash");
}

}  // namespace
}  // namespace madoguchi::backend
