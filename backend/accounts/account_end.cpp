#include "backend/accounts/account_end.h"

#include <vector>

#include "backend/accounts/email_change_store.h"
#include "backend/accounts/link_store.h"
#include "backend/accounts/login_store.h"
#include "backend/accounts/password_mail.h"
#include "backend/storage/columns.h"
#include "backend/storage/soci.h"

namespace madoguchi::backend {
namespace {

/// What hangs on the account, and is of use only with it; but for the files of its drafts, which
/// forgetFilesOfDeletedAccounts() takes along where they rest.
void forgetBelongings(Transaction& transaction, const std::string& accountId) {
  transaction.session() << "DELETE FROM idempotency WHERE account_id = :id", soci::use(accountId);
  transaction.session() << "DELETE FROM drafts WHERE account_id = :id", soci::use(accountId);
  withdrawMails(transaction, aboutPasswordLink(accountId));
  forgetLinks(transaction, accountId);
  forgetEmailChangesOf(transaction, accountId);
  endSessionsOf(transaction, accountId);
}

/// Whoever it was suspended for knows the password, which proves nobody any more, whatever becomes
/// of the account next. When it was set stays: the account was in use.
void dropPasswordOfSuspended(Transaction& transaction, const std::string& accountId,
                             const std::string& nextStatus) {
  const std::string suspended(kSuspended);
  transaction.session() << "UPDATE accounts SET password_hash = NULL WHERE id = :id"
                           " AND status = :suspended AND status <> :next",
      soci::use(accountId), soci::use(suspended), soci::use(nextStatus);
}

/// Sets the status unless it is that already; what is deleted stays so.
bool changeStatus(Transaction& transaction, const std::string& accountId, const std::string& status,
                  Seconds now) {
  const long long at = toColumn(now);
  const std::string deleted(kDeleted);
  soci::statement statement =
      (transaction.session().prepare
           << "UPDATE accounts SET status = :status, status_changed_at = :now"
              " WHERE id = :id AND status <> :same AND status <> :deleted",
       soci::use(status), soci::use(at), soci::use(accountId), soci::use(status),
       soci::use(deleted));
  statement.execute(true);
  return statement.get_affected_rows() == 1;
}

}  // namespace

void forgetAccount(Transaction& transaction, const std::string& accountId) {
  forgetBelongings(transaction, accountId);
  const std::string ofDrafts =
      "SELECT id FROM attachments WHERE account_id = :id AND owner_id NOT IN"
      " (SELECT id FROM applications WHERE account_id = :same)";
  for (const std::string head : {"DELETE FROM attachment_pieces WHERE attachment_id IN (",
                                 "DELETE FROM attachments WHERE id IN ("}) {
    transaction.session() << head + ofDrafts + ")", soci::use(accountId), soci::use(accountId);
  }
  transaction.session() << "DELETE FROM accounts WHERE id = :id", soci::use(accountId);
}

bool setAccountStatus(Transaction& transaction, const std::string& accountId,
                      const std::string& status, Seconds now) {
  dropPasswordOfSuspended(transaction, accountId, status);
  if (!changeStatus(transaction, accountId, status, now)) {
    return false;
  }
  if (status != kActive) {
    endSessionsOf(transaction, accountId);
    endEmailChanges(transaction, accountId, now);
  }
  return true;
}

bool deleteAccount(Transaction& transaction, const std::string& accountId, Seconds now) {
  if (!changeStatus(transaction, accountId, std::string(kDeleted), now)) {
    return false;
  }
  forgetBelongings(transaction, accountId);
  transaction.session() << "UPDATE accounts SET form = '{}', email = '',"
                           " certificate_fingerprint = NULL, certificate_serial = NULL,"
                           " certificate_issuer = NULL, issuer_key = NULL WHERE id = :id",
      soci::use(accountId);
  return true;
}

int forgetDeletedAccounts(Transaction& transaction, Seconds deletedBefore, int most) {
  const long long before = toColumn(deletedBefore);
  const std::string deleted(kDeleted);
  const soci::rowset<std::string> rows =
      (transaction.session().prepare
           << "SELECT id FROM accounts WHERE status_changed_at < :before AND status = :deleted"
              " LIMIT :most",
       soci::use(before), soci::use(deleted), soci::use(most));
  const std::vector<std::string> ids(rows.begin(), rows.end());
  for (const std::string& id : ids) {
    forgetAccount(transaction, id);
  }
  return static_cast<int>(ids.size());
}

}  // namespace madoguchi::backend
