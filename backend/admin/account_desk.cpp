#include "backend/admin/account_desk.h"

#include <algorithm>

#include "backend/accounts/login_store.h"
#include "backend/filing/application_store.h"
#include "backend/storage/columns.h"
#include "backend/storage/soci.h"
#include "protocol/ascii.h"
#include "protocol/authentication_id.h"

namespace madoguchi::backend {
namespace {

constexpr std::size_t kAccountIdDigits = 32;

bool isAccountId(std::string_view text) {
  return text.size() == kAccountIdDigits &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::optional<Seconds> optionalTime(const soci::row& row, std::size_t column) {
  return row.get_indicator(column) == soci::i_ok
             ? std::optional(fromColumn(row.get<long long>(column)))
             : std::nullopt;
}

/// Counts the rows by the value of a column.
void countBy(Transaction& transaction, const std::string& table, const std::string& column,
             std::map<std::string, long long>& counts) {
  std::string value;
  long long count = 0;  // of another type in each database, unless it is named
  soci::statement statement =
      (transaction.session().prepare
           << "SELECT " + column + ", COUNT(*) FROM " + table + " GROUP BY " + column,
       soci::into(value), soci::into(count));
  statement.execute();
  while (statement.fetch()) {
    std::string name = table;
    counts[name.append(".").append(value)] = count;
  }
}

long long countSince(Transaction& transaction, const std::string& condition, Seconds time) {
  const long long at = toColumn(time);
  long long count = 0;
  transaction.session() << "SELECT COUNT(*) FROM " + condition + " > :time", soci::into(count),
      soci::use(at);
  return count;
}

}  // namespace

std::vector<AccountView> findAccounts(Transaction& transaction, std::string_view by) {
  const bool isEmail = by.find('@') != std::string_view::npos;
  const std::string value = isEmail           ? protocol::lowerCase(by)
                            : isAccountId(by) ? std::string(by)
                                              : protocol::repairedAuthenticationId(by);
  const std::string column = isEmail           ? "lower(email)"
                             : isAccountId(by) ? "id"
                                               : "authentication_id";
  const soci::rowset<soci::row> rows =
      (transaction.session().prepare
           << "SELECT id, authentication_id, entrance, user_class, language, status, form, email,"
              " created_at, password_set_at, last_login_at, status_changed_at,"
              " password_hash FROM accounts"
              " WHERE " +
                  column + " = :value ORDER BY created_at",
       soci::use(value));
  std::vector<AccountView> found;
  for (const soci::row& row : rows) {
    found.push_back({.id = row.get<std::string>(0),
                     .authenticationId = row.get<std::string>(1),
                     .entrance = row.get<std::string>(2),
                     .userClass = row.get<std::string>(3),
                     .language = row.get<std::string>(4),
                     .status = row.get<std::string>(5),
                     .form = row.get<std::string>(6),
                     .email = row.get<std::string>(7),
                     .registeredAt = fromColumn(row.get<long long>(8)),
                     .passwordSetAt = optionalTime(row, 9),
                     .hasPassword = row.get_indicator(12) == soci::i_ok,
                     .lastLogin = optionalTime(row, 10),
                     .statusChangedAt = optionalTime(row, 11)});
  }
  return found;
}

long long openApplications(Transaction& transaction, const std::string& accountId) {
  std::string ends;
  for (const std::string_view state : application_state::kEnds) {
    ends.append(ends.empty() ? "'" : ", '").append(state).append("'");
  }
  long long count = 0;
  transaction.session() << "SELECT COUNT(*) FROM applications WHERE account_id = :id"
                           " AND state NOT IN (" +
                               ends + ")",
      soci::into(count), soci::use(accountId);
  return count;
}

std::map<std::string, long long> statistics(Transaction& transaction, Seconds now) {
  std::map<std::string, long long> counts;
  countBy(transaction, "accounts", "status", counts);
  countBy(transaction, "accounts", "entrance", counts);
  countBy(transaction, "outbox", "state", counts);
  counts["registrations.lastDay"] =
      countSince(transaction, "accounts WHERE created_at", now - std::chrono::days(1));
  counts["registrations.lastWeek"] =
      countSince(transaction, "accounts WHERE created_at", now - std::chrono::days(7));
  counts["accounts.withPassword"] =
      countSince(transaction, "accounts WHERE password_set_at", Seconds());
  counts["sessions"] =
      countSince(transaction, "sessions WHERE replaced = 0 AND last_used_at", now - kSessionIdle);
  counts["locks"] = countSince(
      transaction,
      "login_tries WHERE failures >= " + std::to_string(kMostFailures) + " AND forget_at", now);
  return counts;
}

}  // namespace madoguchi::backend
