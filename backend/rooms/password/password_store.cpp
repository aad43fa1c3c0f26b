#include "backend/rooms/password/password_store.h"

#include <vector>

#include "backend/accounts/account_end.h"
#include "backend/accounts/login_store.h"
#include "backend/core/token.h"
#include "backend/storage/columns.h"
#include "backend/storage/soci.h"
#include "protocol/authentication_id.h"

namespace madoguchi::backend {
namespace {

/// `column` names the account by `value`.
std::optional<PasswordAccount> accountWhere(Transaction& transaction, const std::string& column,
                                            const std::string& value) {
  PasswordAccount account;
  long long setAt = 0;
  std::string status;
  soci::indicator wasSet = soci::i_ok;
  soci::indicator known = soci::i_ok;
  soci::session& sql = transaction.session();
  sql << "SELECT id, authentication_id, email, language, password_set_at, password_set_by, status"
         " FROM accounts WHERE " +
             column + " = :value",
      soci::into(account.id), soci::into(account.authenticationId), soci::into(account.email),
      soci::into(account.language), soci::into(setAt, wasSet), soci::into(account.setBy, known),
      soci::into(status), soci::use(value);
  if (!sql.got_data()) {
    return std::nullopt;
  }
  account.hadPassword = wasSet == soci::i_ok;
  account.isActive = status == kActive;
  return account;
}

}  // namespace

std::optional<PasswordAccount> findAccount(Transaction& transaction, const std::string& id) {
  return accountWhere(transaction, "id", id);
}

std::optional<PasswordAccount> findAccountBy(Transaction& transaction,
                                             const std::string& authenticationId) {
  return protocol::isAuthenticationId(authenticationId)
             ? accountWhere(transaction, "authentication_id", authenticationId)
             : std::nullopt;
}

void setPassword(Transaction& transaction, const std::string& accountId, const std::string& hash,
                 std::string_view attempt, Seconds now) {
  const std::string by = tokenDigest(attempt);
  const long long at = toColumn(now);
  transaction.session() << "UPDATE accounts SET password_hash = :hash, password_set_at = :now,"
                           " password_set_by = :by, password_reminders = 0 WHERE id = :id",
      soci::use(hash), soci::use(at), soci::use(by), soci::use(accountId);
}

int forgetUnfinishedAccounts(Transaction& transaction, Seconds linkedBefore, int most) {
  const long long before = toColumn(linkedBefore);
  const soci::rowset<std::string> rows =
      (transaction.session().prepare
           << "SELECT a.id FROM accounts a JOIN links l ON l.account_id = a.id"
              " WHERE a.password_set_at IS NULL AND a.created_at < :madeBefore"
              " AND a.last_login_at IS NULL"
              " AND NOT EXISTS (SELECT 1 FROM applications p WHERE p.account_id = a.id)"
              " GROUP BY a.id HAVING MAX(l.created_at) < :linkedBefore LIMIT :most",
       soci::use(before), soci::use(before), soci::use(most));
  const std::vector<std::string> ids(rows.begin(), rows.end());
  for (const std::string& id : ids) {
    forgetAccount(transaction, id);
  }
  return static_cast<int>(ids.size());
}

}  // namespace madoguchi::backend
