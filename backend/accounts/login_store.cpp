#include "backend/accounts/login_store.h"

#include "backend/core/token.h"
#include "backend/storage/columns.h"
#include "backend/storage/old_rows.h"
#include "backend/storage/soci.h"
#include "protocol/authentication_id.h"

namespace madoguchi::backend {
namespace {

std::optional<Seconds> timeIn(long long column, soci::indicator indicator) {
  return indicator == soci::i_ok ? std::optional(fromColumn(column)) : std::nullopt;
}

/// No try forbids another one for longer, whatever the clock said then.
Seconds furthestLock(Seconds now) { return now + kLockTime + kClocksDiffer; }

}  // namespace

std::optional<LoginAccount> accountForLogin(Transaction& transaction,
                                            const std::string& authenticationId) {
  if (!protocol::isAuthenticationId(authenticationId)) {
    return std::nullopt;
  }
  LoginAccount account;
  std::string hash;
  long long setAt = 0;
  long long lastLogin = 0;
  soci::indicator hasHash = soci::i_null;
  soci::indicator wasSet = soci::i_null;
  soci::indicator wasHere = soci::i_null;
  soci::session& sql = transaction.session();
  sql << "SELECT id, entrance, user_class, form, email, language, status, password_hash, "
         "password_set_at,"
         " last_login_at FROM accounts WHERE authentication_id = :authentication",
      soci::into(account.id), soci::into(account.entrance), soci::into(account.userClass),
      soci::into(account.form), soci::into(account.email), soci::into(account.language),
      soci::into(account.status), soci::into(hash, hasHash), soci::into(setAt, wasSet),
      soci::into(lastLogin, wasHere), soci::use(authenticationId);
  if (!sql.got_data()) {
    return std::nullopt;
  }
  if (hasHash == soci::i_ok) {
    account.passwordHash = hash;
  }
  account.passwordSetAt = timeIn(setAt, wasSet);
  account.lastLogin = timeIn(lastLogin, wasHere);
  return account;
}

std::optional<int> takeTry(Transaction& transaction, const std::string& authenticationId,
                           Seconds now) {
  const std::string hash = sha256Hex(authenticationId);
  const long long end = toColumn(now + kLockTime);
  int failures = 0;
  long long forgetAt = 0;
  soci::session& sql = transaction.session();
  sql << "SELECT failures, forget_at FROM login_tries WHERE id_hash = :hash", soci::into(failures),
      soci::into(forgetAt), soci::use(hash);
  if (!sql.got_data()) {
    sql << "INSERT INTO login_tries (id_hash, failures, forget_at) VALUES (:hash, 1, :end)",
        soci::use(hash), soci::use(end);
    return 1;
  }
  if (forgetAt <= toColumn(now) || forgetAt > toColumn(furthestLock(now))) {
    failures = 0;
  }
  if (failures >= kMostFailures) {
    return std::nullopt;
  }
  ++failures;
  sql << "UPDATE login_tries SET failures = :failures, forget_at = :end WHERE id_hash = :hash",
      soci::use(failures), soci::use(end), soci::use(hash);
  return failures;
}

void giveTryBack(Transaction& transaction, const std::string& authenticationId) {
  const std::string hash = sha256Hex(authenticationId);
  transaction.session() << "UPDATE login_tries SET failures = failures - 1"
                           " WHERE id_hash = :hash AND failures > 0",
      soci::use(hash);
}

std::optional<Seconds> lockedUntil(Transaction& transaction, const std::string& authenticationId,
                                   Seconds now) {
  const std::string hash = sha256Hex(authenticationId);
  const long long at = toColumn(now);
  const long long furthest = toColumn(furthestLock(now));
  const int most = kMostFailures;
  long long end = 0;
  soci::session& sql = transaction.session();
  sql << "SELECT forget_at FROM login_tries WHERE id_hash = :hash AND failures >= :most"
         " AND forget_at > :now AND forget_at <= :furthest",
      soci::into(end), soci::use(hash), soci::use(most), soci::use(at), soci::use(furthest);
  return sql.got_data() ? std::optional(fromColumn(end)) : std::nullopt;
}

void forgetTries(Transaction& transaction, const std::string& authenticationId) {
  const std::string hash = sha256Hex(authenticationId);
  transaction.session() << "DELETE FROM login_tries WHERE id_hash = :hash", soci::use(hash);
}

void addSession(Transaction& transaction, const std::string& accountId, std::string_view token,
                Seconds now) {
  const std::string hash = tokenDigest(token);
  const long long at = toColumn(now);
  soci::session& sql = transaction.session();
  sql << "UPDATE sessions SET replaced = 1 WHERE account_id = :account", soci::use(accountId);
  sql << "INSERT INTO sessions (hash, account_id, created_at, last_used_at, replaced)"
         " VALUES (:hash, :account, :created, :used, 0)",
      soci::use(hash), soci::use(accountId), soci::use(at), soci::use(at);
  sql << "UPDATE accounts SET last_login_at = :now WHERE id = :id", soci::use(at),
      soci::use(accountId);
}

void replacePasswordHash(Transaction& transaction, const std::string& accountId,
                         const std::string& hash) {
  transaction.session() << "UPDATE accounts SET password_hash = :hash WHERE id = :id",
      soci::use(hash), soci::use(accountId);
}

std::optional<StoredSession> sessionOf(Transaction& transaction, std::string_view token) {
  StoredSession session;
  session.id = tokenDigest(token);
  long long lastUsed = 0;
  int replaced = 0;
  soci::session& sql = transaction.session();
  sql << "SELECT s.account_id, s.last_used_at, s.replaced, a.user_class, a.status"
         " FROM sessions s JOIN accounts a ON a.id = s.account_id WHERE s.hash = :hash",
      soci::into(session.accountId), soci::into(lastUsed), soci::into(replaced),
      soci::into(session.userClass), soci::into(session.status), soci::use(session.id);
  if (!sql.got_data()) {
    return std::nullopt;
  }
  session.lastUsed = fromColumn(lastUsed);
  session.replaced = replaced != 0;
  return session;
}

void noteUse(Transaction& transaction, const std::string& sessionId, Seconds now) {
  const long long at = toColumn(now);
  transaction.session() << "UPDATE sessions SET last_used_at = :now WHERE hash = :hash",
      soci::use(at), soci::use(sessionId);
}

void endSession(Transaction& transaction, const std::string& sessionId) {
  transaction.session() << "DELETE FROM sessions WHERE hash = :hash", soci::use(sessionId);
}

void endSessionsOf(Transaction& transaction, const std::string& accountId,
                   const std::string& kept) {
  transaction.session() << "DELETE FROM sessions WHERE account_id = :account AND hash <> :kept",
      soci::use(accountId), soci::use(kept);
}

void noteSecurityEvent(Transaction& transaction, std::string_view accountId, std::string_view what,
                       std::string_view subscriber, Seconds now) {
  const std::string account(accountId);
  const std::string event(what);
  const std::string from(subscriber);
  const long long at = toColumn(now);
  transaction.session() << "INSERT INTO security_events (account_id, happened_at, event,"
                           " subscriber) VALUES (:account, :at, :event, :subscriber)",
      soci::use(account), soci::use(at), soci::use(event), soci::use(from);
}

int forgetOldSessions(Transaction& transaction, Seconds usedBefore, int most) {
  return deleteOldest(transaction, {.table = "sessions", .column = "last_used_at"}, usedBefore,
                      most);
}

int forgetOldTries(Transaction& transaction, Seconds endedBefore, int most) {
  return deleteOldest(transaction, {.table = "login_tries", .column = "forget_at"}, endedBefore,
                      most);
}

int forgetOldEvents(Transaction& transaction, Seconds happenedBefore, int most) {
  return deleteOldest(transaction, {.table = "security_events", .column = "happened_at"},
                      happenedBefore, most);
}

std::vector<SecurityEvent> securityEventsOf(Transaction& transaction, const std::string& accountId,
                                            const std::vector<std::string_view>& kinds, int most) {
  std::string among;
  for (const std::string_view kind : kinds) {
    among += (among.empty() ? "'" : ", '") + std::string(kind) + '\'';
  }
  const soci::rowset<soci::row> rows =
      (transaction.session().prepare << "SELECT happened_at, event, subscriber FROM security_events"
                                        " WHERE account_id = :account AND event IN (" +
                                            among + ") ORDER BY happened_at DESC LIMIT :most",
       soci::use(accountId), soci::use(most));
  std::vector<SecurityEvent> events;
  for (const soci::row& row : rows) {
    events.push_back(
        {fromColumn(row.get<long long>(0)), row.get<std::string>(1), row.get<std::string>(2)});
  }
  return events;
}

}  // namespace madoguchi::backend
