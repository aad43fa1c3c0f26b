#include "backend/accounts/account_end.h"

#include <gtest/gtest.h>

#include "backend/accounts/email_change_store.h"
#include "backend/accounts/login_store.h"
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

}  // namespace
}  // namespace madoguchi::backend
