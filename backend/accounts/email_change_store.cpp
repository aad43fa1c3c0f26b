#include "backend/accounts/email_change_store.h"

#include "backend/core/token.h"
#include "backend/mail/outbox.h"
#include "backend/storage/columns.h"
#include "backend/storage/old_rows.h"
#include "backend/storage/soci.h"

namespace madoguchi::backend {
namespace {

/// `column` finds it by `value`; the newest where there are several.
std::optional<EmailChange> emailChangeWhere(Transaction& transaction, const std::string& condition,
                                            const std::string& value, Seconds now) {
  EmailChange change;
  long long expiresAt = 0;
  soci::indicator used = soci::i_ok;
  soci::session& sql = transaction.session();
  sql << "SELECT account_id, email, expires_at, used_by FROM email_changes WHERE " + condition,
      soci::into(change.accountId), soci::into(change.email), soci::into(expiresAt),
      soci::into(change.usedBy, used), soci::use(value);
  if (!sql.got_data()) {
    return std::nullopt;
  }
  change.expiresAt = fromColumn(expiresAt);
  change.state = linkState(used == soci::i_ok, change.expiresAt, now);
  return change;
}

}  // namespace

std::string addEmailChange(Transaction& transaction, const NewEmailChange& change, Seconds now) {
  std::string token = makeToken();
  const std::string hash = tokenDigest(token);
  const long long at = toColumn(now);
  const long long end = toColumn(change.expiresAt);
  endEmailChanges(transaction, change.accountId, now);
  transaction.session()
      << "INSERT INTO email_changes (hash, account_id, email, created_at, expires_at)"
         " VALUES (:hash, :account, :email, :created, :end)",
      soci::use(hash), soci::use(change.accountId), soci::use(change.email), soci::use(at),
      soci::use(end);
  return token;
}

std::optional<EmailChange> findEmailChange(Transaction& transaction, std::string_view token,
                                           Seconds now) {
  return emailChangeWhere(transaction, "hash = :hash", tokenDigest(token), now);
}

std::optional<EmailChange> waitingEmailChange(Transaction& transaction,
                                              const std::string& accountId, Seconds now) {
  const auto change = emailChangeWhere(
      transaction, "account_id = :account AND used_at IS NULL AND email <> ''", accountId, now);
  return change && change->state == LinkState::good ? change : std::nullopt;
}

int emailChangesWithin(Transaction& transaction, const std::string& accountId,
                       std::chrono::seconds time, Seconds now) {
  const long long since = toColumn(now - time);
  const long long until = toColumn(now + kClocksDiffer);
  int count = 0;
  transaction.session() << "SELECT COUNT(*) FROM email_changes WHERE account_id = :account"
                           " AND created_at > :since AND created_at <= :until",
      soci::into(count), soci::use(accountId), soci::use(since), soci::use(until);
  return count;
}

bool useUpEmailChange(Transaction& transaction, std::string_view token, std::string_view attempt,
                      Seconds now) {
  if (!useUp(transaction, LinkTable::emailChanges, token, attempt, now)) {
    return false;
  }
  const std::string hash = tokenDigest(token);
  transaction.session() << "UPDATE email_changes SET email = '' WHERE hash = :hash",
      soci::use(hash);
  return true;
}

void endEmailChanges(Transaction& transaction, const std::string& accountId, Seconds now) {
  withdrawMails(transaction, aboutEmailChange(accountId));
  endGoodLinks(transaction, LinkTable::emailChanges, accountId, now);
  transaction.session() << "UPDATE email_changes SET email = '' WHERE account_id = :account",
      soci::use(accountId);
}

void forgetEmailChangesOf(Transaction& transaction, const std::string& accountId) {
  withdrawMails(transaction, aboutEmailChange(accountId));
  transaction.session() << "DELETE FROM email_changes WHERE account_id = :account",
      soci::use(accountId);
}

int forgetEmailChanges(Transaction& transaction, Seconds endedBefore, int most) {
  return deleteOldest(transaction, {.table = "email_changes", .column = "expires_at"}, endedBefore,
                      most);
}

std::string aboutEmailChange(const std::string& accountId) { return "email " + accountId; }

}  // namespace madoguchi::backend
