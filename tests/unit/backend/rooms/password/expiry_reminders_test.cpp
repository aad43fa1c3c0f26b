#include "backend/rooms/password/expiry_reminders.h"

#include <gtest/gtest.h>

#include "backend/accounts/password_age.h"
#include "backend/rooms/password/password_store.h"
#include "backend/storage/storage.h"
#include "tests/support/test_database.h"

namespace madoguchi::backend {
namespace {

using std::chrono::days;
using std::chrono::minutes;
using std::chrono::seconds;

class ExpiryReminders : public testing::Test {
 protected:
  ExpiryReminders() {
    m_database.execute(
        "INSERT INTO accounts (id, authentication_id, entrance, user_class, language, form, email,"
        " terms_version, created_at) VALUES"
        " ('a', 'wikpn31487', '', '', 'ja', '', 'applicant@mail.example', '', 1);\n");
  }
  int remind(Seconds now) {
    return m_storage.write(deadlineIn(minutes(1)), [now](Transaction& transaction) {
      return remindOfExpiry(transaction, now);
    });
  }
  void set(Seconds now) {
    m_storage.write(deadlineIn(minutes(1)), [now](Transaction& transaction) {
      setPassword(transaction, "a", "hash", "attempt", now);
    });
  }

  static constexpr Seconds kSet{seconds(1'795'000'000)};
  test::TestDatabase m_database;
  Storage m_storage = m_database.storage();
  Seconds m_end = endOfPassword(kSet);
};

TEST_F(ExpiryReminders, LeaveThirtyAndSevenDaysBeforeAndOnceEach) {
  EXPECT_EQ(remind(m_end - days(30)), 0) << "there is no password yet";
  set(kSet);
  EXPECT_EQ(remind(m_end - days(30) - seconds(1)), 0);
  EXPECT_EQ(remind(m_end - days(30)), 1);
  EXPECT_EQ(remind(m_end - days(20)), 0);
  EXPECT_EQ(remind(m_end - days(7)), 1);
  EXPECT_EQ(remind(m_end - days(6)), 0);
  EXPECT_EQ(m_database.query("SELECT COUNT(*) FROM outbox WHERE kind = 'passwordExpires'"), "2");
  EXPECT_EQ(m_database.query("SELECT template_values FROM outbox"),
            R"({"day":"18","month":"11","year":"2027"})");
}

// So many that those which wait for their second would fill what is done at once.
TEST_F(ExpiryReminders, OfOneAreNotKeptBackByThoseOfOthersThatAreNotDue) {
  std::string others;
  for (int i = 0; i < 2 * kRemindersAtOnce; ++i) {
    const std::string name = std::to_string(i);
    others += (i == 0 ? " ('" : ", ('") + name + "', '" + name +
              "', '', '', 'ja', '', 'other@mail.example', '', 1, " +
              std::to_string(kSet.time_since_epoch().count()) + ", 1, 'hash')";
  }
  m_database.execute(
      "INSERT INTO accounts (id, authentication_id, entrance, user_class, language, form, email,"
      " terms_version, created_at, password_set_at, password_reminders, password_hash) VALUES" +
      others + ";\n");
  set(kSet + days(10));
  EXPECT_EQ(remind(m_end - days(20)), 1);
  EXPECT_EQ(m_database.query("SELECT recipient FROM outbox"), "applicant@mail.example");
  EXPECT_EQ(remind(m_end - days(7)), kRemindersAtOnce);
  EXPECT_EQ(remind(m_end - days(7)), kRemindersAtOnce);
  EXPECT_EQ(remind(m_end - days(7)), 0);
}

TEST_F(ExpiryReminders, AreNotForAPasswordThatTheHelpDeskHasEnded) {
  set(kSet);
  m_database.execute("UPDATE accounts SET password_hash = NULL;\n");
  EXPECT_EQ(remind(m_end - days(30)), 0);
}

TEST_F(ExpiryReminders, ComeTogetherAsOneWhereTheServiceStoodStill) {
  set(kSet);
  EXPECT_EQ(remind(m_end - days(3)), 1);
  EXPECT_EQ(remind(m_end - days(2)), 0);
}

TEST_F(ExpiryReminders, AreNotForWhatHasExpiredAndBeginAnewWithANewPassword) {
  set(kSet);
  EXPECT_EQ(remind(m_end), 0);
  EXPECT_EQ(remind(m_end + days(1)), 0);
  set(m_end);
  EXPECT_EQ(remind(endOfPassword(m_end) - days(30)), 1);
}

}  // namespace
}  // namespace madoguchi::backend
