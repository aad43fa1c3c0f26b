#include "backend/rooms/password/expiry_reminders.h"

#include <string>
#include <vector>

#include "backend/accounts/login_store.h"
#include "backend/accounts/password_age.h"
#include "backend/mail/outbox.h"
#include "backend/storage/columns.h"
#include "backend/storage/soci.h"

namespace madoguchi::backend {
namespace {

constexpr std::chrono::days kFirstReminder{30};
constexpr std::chrono::days kLastReminder{7};
constexpr int kAllReminders = 2;

struct Aged {
  std::string id;
  std::string email;
  std::string language;
  Seconds setAt;
  int due = 0;  ///< how many should have left by now
};

/// Of those that have not ended, the ones of which a reminder is due, so that none that is not
/// stands in the way of one that is.
std::vector<Aged> agedPasswords(soci::session& sql, Seconds now) {
  const long long ended = toColumn(firstSetThatEndsAfter(now));
  const long long first = toColumn(firstSetThatEndsAfter(now + kFirstReminder));
  const long long last = toColumn(firstSetThatEndsAfter(now + kLastReminder));
  const int atOnce = kRemindersAtOnce;
  const std::string deleted(kDeleted);
  const soci::rowset<soci::row> rows =
      (sql.prepare << "SELECT id, email, language, password_set_at"
                      " FROM accounts WHERE password_set_at >= :ended AND password_set_at < :first"
                      " AND (password_set_at < :last OR password_reminders < 1)"
                      " AND status <> :deleted AND password_hash IS NOT NULL"
                      " AND password_reminders < " +
                          std::to_string(kAllReminders) +  // as the index has it
                          " ORDER BY password_set_at LIMIT :count",
       soci::use(ended), soci::use(first), soci::use(last), soci::use(deleted), soci::use(atOnce));
  std::vector<Aged> aged;
  for (const soci::row& row : rows) {
    const Seconds setAt = fromColumn(row.get<long long>(3));
    aged.push_back({.id = row.get<std::string>(0),
                    .email = row.get<std::string>(1),
                    .language = row.get<std::string>(2),
                    .setAt = setAt,
                    .due = toColumn(setAt) < last ? kAllReminders : 1});
  }
  return aged;
}

NewMail reminder(const Aged& password) {
  const std::chrono::year_month_day day = lastDayOfPassword(password.setAt);
  return {.kind = "passwordExpires",
          .recipient = password.email,
          .language = password.language,
          .values = {{"year", std::to_string(static_cast<int>(day.year()))},
                     {"month", std::to_string(static_cast<unsigned>(day.month()))},
                     {"day", std::to_string(static_cast<unsigned>(day.day()))}},
          .uselessAfter = endOfPassword(password.setAt),
          .cause = MailCause::provenPerson};
}

}  // namespace

int remindOfExpiry(Transaction& transaction, Seconds now) {
  soci::session& sql = transaction.session();
  const auto aged = agedPasswords(sql, now);
  for (const Aged& password : aged) {
    addMail(transaction, reminder(password), now);
    sql << "UPDATE accounts SET password_reminders = :due WHERE id = :id", soci::use(password.due),
        soci::use(password.id);
  }
  return static_cast<int>(aged.size());
}

}  // namespace madoguchi::backend
