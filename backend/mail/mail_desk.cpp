#include "backend/mail/mail_desk.h"

#include "backend/core/mail_address.h"
#include "backend/mail/outbox.h"
#include "backend/storage/columns.h"
#include "backend/storage/soci.h"

namespace madoguchi::backend {

std::vector<UnsentMail> unsentMails(Transaction& transaction) {
  std::vector<UnsentMail> mails;
  const soci::rowset<soci::row> rows =
      (transaction.session().prepare
       << "SELECT id, kind, state, created_at, attempts, failure, recipient FROM outbox"
          " WHERE state IN ('refused', 'failed', 'useless', 'held') ORDER BY created_at, id");
  for (const soci::row& row : rows) {
    mails.push_back({.id = row.get<std::string>(0),
                     .kind = row.get<std::string>(1),
                     .state = row.get<std::string>(2),
                     .createdAt = fromColumn(row.get<long long>(3)),
                     .attempts = row.get<int>(4),
                     .failure = row.get<std::string>(5, ""),
                     .recipientDomain = std::string(mailDomain(row.get<std::string>(6)))});
  }
  return mails;
}

std::optional<LastMail> lastMailAbout(Transaction& transaction, const std::string& about) {
  LastMail mail;
  long long createdAt = 0;
  soci::indicator failed = soci::i_ok;
  soci::session& sql = transaction.session();
  sql << "SELECT created_at, state, failure FROM outbox WHERE about = :about"
         " ORDER BY created_at DESC, CASE WHEN state = 'dropped' THEN 1 ELSE 0 END LIMIT 1",
      soci::into(createdAt), soci::into(mail.state), soci::into(mail.failure, failed),
      soci::use(about);
  if (!sql.got_data()) {
    return std::nullopt;
  }
  mail.createdAt = fromColumn(createdAt);
  return mail;
}

bool sendAgain(Transaction& transaction, const std::string& id, Seconds now) {
  const long long at = toColumn(now);
  soci::statement statement =
      (transaction.session().prepare
           << "UPDATE outbox SET state = 'waiting', attempts = 0, planned_at = created_at,"
              " next_attempt_at = :now WHERE id = :id AND state NOT IN ('waiting', 'sent', "
              "'dropped') AND (useless_after IS NULL OR useless_after >= :same)",
       soci::use(at), soci::use(id), soci::use(at));
  statement.execute(true);
  return statement.get_affected_rows() == 1;
}

void stopMails(Transaction& transaction, const std::string& address, Seconds now) {
  allowMails(transaction, address);  // so that twice is no fault
  const std::string mailbox = mailboxKey(address);
  const long long at = toColumn(now);
  soci::session& sql = transaction.session();
  sql << "INSERT INTO mail_stops (mailbox, stopped_at) VALUES (:mailbox, :now)", soci::use(mailbox),
      soci::use(at);
  const std::string reason(kStoppedByOwner);
  sql << "UPDATE outbox SET state = 'held', failure = :reason"
         " WHERE mailbox = :mailbox AND limited = 1 AND state = 'waiting'",
      soci::use(reason), soci::use(mailbox);
}

void allowMails(Transaction& transaction, const std::string& address) {
  const std::string mailbox = mailboxKey(address);
  transaction.session() << "DELETE FROM mail_stops WHERE mailbox = :mailbox", soci::use(mailbox);
}

}  // namespace madoguchi::backend
