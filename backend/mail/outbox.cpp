#include "backend/mail/outbox.h"

#include "backend/storage/database.h"

namespace madoguchi::backend {
namespace {

long long seconds(Seconds time) { return time.time_since_epoch().count(); }

}  // namespace

void addToOutbox(soci::session& session, const std::string& accountId,
                 std::string_view templateName, std::string_view messageIdDomain, Seconds now) {
  const std::string id = randomHex(16);
  const std::string name(templateName);
  const std::string messageId = name + '.' + id + '@' + std::string(messageIdDomain);
  const long long at = seconds(now);
  session << "INSERT INTO outbox (id, account_id, template, message_id, created_at, attempts,"
             " next_attempt_at, state)"
             " VALUES (:id, :account, :template, :message, :created, 0, :next, 'waiting')",
      soci::use(id), soci::use(accountId), soci::use(name), soci::use(messageId), soci::use(at),
      soci::use(at);
}

std::optional<OutgoingMail> Outbox::take(Seconds now) {
  const long long at = seconds(now);
  const long long until = seconds(now + kLease);
  soci::session session(m_database.pool());
  while (true) {
    OutgoingMail mail;
    long long due = 0;
    long long createdAt = 0;
    session << "SELECT o.id, o.template, o.message_id, o.attempts, o.next_attempt_at, o.created_at,"
               " a.email, a.language, a.authentication_id"
               " FROM outbox o JOIN accounts a ON a.id = o.account_id"
               " WHERE o.state = 'waiting' AND o.next_attempt_at <= :now"
               " ORDER BY o.next_attempt_at LIMIT 1",
        soci::into(mail.id), soci::into(mail.templateName), soci::into(mail.messageId),
        soci::into(mail.attempts), soci::into(due), soci::into(createdAt),
        soci::into(mail.recipient), soci::into(mail.language), soci::into(mail.authenticationId),
        soci::use(at);
    if (!session.got_data()) {
      return std::nullopt;
    }
    soci::statement claim =
        (session.prepare << "UPDATE outbox SET next_attempt_at = :until, attempts = attempts + 1"
                            " WHERE id = :id AND state = 'waiting' AND next_attempt_at = :due",
         soci::use(until), soci::use(mail.id), soci::use(due));
    claim.execute(true);
    if (claim.get_affected_rows() == 1) {
      mail.createdAt = Seconds(std::chrono::seconds(createdAt));
      ++mail.attempts;
      return mail;
    }
    // Another process was quicker; look for the next one.
  }
}

void Outbox::setState(const OutgoingMail& mail, const std::string& state) {
  soci::session session(m_database.pool());
  session << "UPDATE outbox SET state = :state WHERE id = :id", soci::use(state),
      soci::use(mail.id);
}

void Outbox::markSent(const OutgoingMail& mail) { setState(mail, "sent"); }

void Outbox::giveUp(const OutgoingMail& mail) { setState(mail, "failed"); }

void Outbox::postpone(const OutgoingMail& mail, Seconds when) {
  const long long at = seconds(when);
  soci::session session(m_database.pool());
  session << "UPDATE outbox SET next_attempt_at = :next WHERE id = :id", soci::use(at),
      soci::use(mail.id);
}

std::optional<Seconds> Outbox::nextDue() {
  soci::session session(m_database.pool());
  long long due = 0;
  soci::indicator indicator = soci::i_ok;
  session << "SELECT MIN(next_attempt_at) FROM outbox WHERE state = 'waiting'",
      soci::into(due, indicator);
  if (indicator != soci::i_ok) {
    return std::nullopt;
  }
  return Seconds(std::chrono::seconds(due));
}

}  // namespace madoguchi::backend
