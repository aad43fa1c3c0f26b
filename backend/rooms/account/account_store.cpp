#include "backend/rooms/account/account_store.h"

#include <sstream>

#include "backend/core/token.h"
#include "backend/storage/columns.h"
#include "backend/storage/old_rows.h"
#include "backend/storage/soci.h"

namespace madoguchi::backend {

std::optional<AccountInformation> accountInformation(Transaction& transaction,
                                                     const std::string& accountId) {
  AccountInformation found;
  soci::session& sql = transaction.session();
  sql << "SELECT authentication_id, entrance, form, email, language, status FROM accounts"
         " WHERE id = :id",
      soci::into(found.authenticationId), soci::into(found.entrance), soci::into(found.form),
      soci::into(found.email), soci::into(found.language), soci::into(found.status),
      soci::use(accountId);
  return sql.got_data() ? std::optional(found) : std::nullopt;
}

void setInformation(Transaction& transaction, const std::string& accountId, const std::string& form,
                    const std::string& email) {
  transaction.session() << "UPDATE accounts SET form = :form, email = :email WHERE id = :id",
      soci::use(form), soci::use(email), soci::use(accountId);
}

std::optional<ChangeRecord> changeOf(Transaction& transaction, const std::string& accountId,
                                     std::string_view attempt) {
  const std::string name = tokenDigest(attempt);
  ChangeRecord change;
  std::string changed;
  long long until = 0;
  soci::indicator waits = soci::i_ok;
  soci::session& sql = transaction.session();
  sql << "SELECT request_digest, changed, confirm_until FROM information_changes"
         " WHERE account_id = :account AND attempt = :attempt",
      soci::into(change.requestDigest), soci::into(changed), soci::into(until, waits),
      soci::use(accountId), soci::use(name);
  if (!sql.got_data()) {
    return std::nullopt;
  }
  std::istringstream fields(changed);
  for (std::string field; fields >> field;) {
    change.changed.push_back(field);
  }
  if (waits == soci::i_ok) {
    change.confirmUntil = fromColumn(until);
  }
  return change;
}

void keepChange(Transaction& transaction, const std::string& accountId, std::string_view attempt,
                const ChangeRecord& change, const std::string& subscriber, Seconds now) {
  const std::string name = tokenDigest(attempt);
  std::string changed;
  for (const std::string& field : change.changed) {
    changed += (changed.empty() ? "" : " ") + field;
  }
  soci::indicator waits =  // use() takes no constant one
      change.confirmUntil ? soci::i_ok : soci::i_null;
  const long long until = toColumn(change.confirmUntil.value_or(now));
  const long long at = toColumn(now);
  transaction.session()
      << "INSERT INTO information_changes (account_id, attempt, request_digest, changed,"
         " confirm_until, happened_at, subscriber)"
         " VALUES (:account, :attempt, :digest, :changed, :until, :at, :subscriber)",
      soci::use(accountId), soci::use(name), soci::use(change.requestDigest), soci::use(changed),
      soci::use(until, waits), soci::use(at), soci::use(subscriber);
}

int forgetOldChanges(Transaction& transaction, Seconds happenedBefore, int most) {
  return deleteOldest(transaction, {.table = "information_changes", .column = "happened_at"},
                      happenedBefore, most);
}

}  // namespace madoguchi::backend
