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
// No password ends sooner after it was set, so that younger ones need not be looked at.
constexpr std::chrono::days kShortestLife{365};
// In one transaction; the others come with the next.
constexpr int kAtOnce = 200;

struct Aged {
  std::string id;
  std::string email;
  std::string language;
  Seconds setAt;
  int reminders = 0;
};

std::vector<Aged> agedPasswords(soci::session& sql, Seconds now) {
  const long long before = toColumn(now - kShortestLife + kFirstReminder);
  const int atOnce = kAtOnce;
  const std::string deleted(kDeleted);
  const soci::rowset<soci::row> rows =
      (sql.prepare << "SELECT id, email, language, password_set_at, password_reminders"
                      " FROM accounts WHERE password_set_at <= :before"
                      " AND status <> :deleted AND password_reminders < " +
                          std::to_string(kAllReminders) +  // as the index has it
                          " ORDER BY password_set_at LIMIT :count",
       soci::use(before), soci::use(deleted), soci::use(atOnce));
  std::vector<Aged> aged;
  for (const soci::row& row : rows) {
    aged.push_back({.id = row.get<std::string>(0),
                    .email = row.get<std::string>(1),
                    .language = row.get<std::string>(2),
                    .setAt = fromColumn(row.get<long long>(3)),
                    .reminders = row.get<int>(4)});
  }
  return aged;
}

/// How many should have left by now.
int remindersDue(Seconds end, Seconds now) {
  if (now >= end - kLastReminder) {
    return kAllReminders;
  }
  return now >= end - kFirstReminder ? 1 : 0;
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
  int written = 0;
  for (const Aged& password : agedPasswords(sql, now)) {
    const Seconds end = endOfPassword(password.setAt);
    const int due = remindersDue(end, now);
    if (due <= password.reminders) {
      continue;
    }
    if (now < end) {  // else this service stood still all the time
      addMail(transaction, reminder(password), now);
      ++written;
    }
    sql << "UPDATE accounts SET password_reminders = :due WHERE id = :id", soci::use(due),
        soci::use(password.id);
  }
  return written;
}

}  // namespace madoguchi::backend
