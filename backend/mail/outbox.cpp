#include "backend/mail/outbox.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "backend/core/mail_address.h"
#include "backend/storage/columns.h"
#include "backend/storage/soci.h"

namespace madoguchi::backend {
namespace {

// Several machines' clocks differ; one that was set does so by more.
constexpr std::chrono::seconds kFurthestPause = 2 * kLongestPause;
constexpr std::chrono::seconds kDay = std::chrono::days(1);

struct Turn {
  MailState state = MailState::waiting;
  Seconds plannedAt;
  std::string failure = {};
};

bool isStopped(soci::session& sql, const std::string& mailbox) {
  int stops = 0;
  sql << "SELECT COUNT(*) FROM mail_stops WHERE mailbox = :mailbox", soci::into(stops),
      soci::use(mailbox);
  return stops > 0;
}

Turn turnOf(soci::session& sql, const std::string& mailbox, const NewMail& mail, Seconds now) {
  if (mail.cause == MailCause::provenPerson) {
    return {.plannedAt = now};
  }
  if (isStopped(sql, mailbox)) {
    return {MailState::held, now, std::string(kStoppedByOwner)};
  }
  // The one after which kMostADay - 1 more were planned: a day after it there is room again.
  const long long from = toColumn(now - kDay);
  const long long until = toColumn(now + kLongestTurn);
  const int skipped = kMostADay - 1;
  long long planned = 0;
  sql << "SELECT planned_at FROM outbox WHERE mailbox = :mailbox AND limited = 1 AND"
         " planned_at > :from AND planned_at <= :until AND state <> 'held'"
         " ORDER BY planned_at DESC LIMIT 1 OFFSET :skipped",
      soci::into(planned), soci::use(mailbox), soci::use(from), soci::use(until),
      soci::use(skipped);
  if (!sql.got_data()) {
    return {.plannedAt = now};
  }
  const Seconds turn = std::max(now, fromColumn(planned) + kDay);
  if (turn > now + kLongestTurn || (mail.uselessAfter && turn > *mail.uselessAfter)) {
    return {MailState::held, now, "too many mails to one mailbox"};
  }
  return {.plannedAt = turn};
}

}  // namespace

std::string_view toString(MailState state) {
  switch (state) {
    case MailState::waiting:
      return "waiting";
    case MailState::sent:
      return "sent";
    case MailState::refused:
      return "refused";
    case MailState::failed:
      return "failed";
    case MailState::useless:
      return "useless";
    case MailState::held:
      return "held";
    case MailState::dropped:
      return "dropped";
  }
  throw std::logic_error("unknown state of a mail");
}

void addMail(Transaction& transaction, const NewMail& mail, Seconds now) {
  demandFittingValues(mail.kind, mail.language, mail.values);
  soci::session& sql = transaction.session();
  const std::string id = randomHex(16);
  const std::string mailbox = mailboxKey(mail.recipient);
  const Turn turn = turnOf(sql, mailbox, mail, now);
  const std::string values = nlohmann::json(mail.values).dump();
  const int limited = mail.cause == MailCause::anybody ? 1 : 0;
  const long long at = toColumn(now);
  const long long planned = toColumn(turn.plannedAt);
  const long long useless = toColumn(mail.uselessAfter.value_or(Seconds()));
  soci::indicator ends = mail.uselessAfter ? soci::i_ok : soci::i_null;  // use() takes no constant
  const std::string state(toString(turn.state));
  sql << "INSERT INTO outbox (id, kind, recipient, mailbox, language, template_values, limited,"
         " created_at, planned_at, useless_after, next_attempt_at, attempts, state, failure,"
         " about) VALUES (:id, :kind, :recipient, :mailbox, :language, :values, :limited,"
         " :created, :planned, :useless, :next, 0, :state, :failure,"
         " :about)",
      soci::use(id), soci::use(mail.kind), soci::use(mail.recipient), soci::use(mailbox),
      soci::use(mail.language), soci::use(values), soci::use(limited), soci::use(at),
      soci::use(planned), soci::use(useless, ends), soci::use(at), soci::use(state),
      soci::use(turn.failure), soci::use(mail.about);
}

void withdrawMails(Transaction& transaction, const std::string& about) {
  transaction.session() << "UPDATE outbox SET state = 'dropped', recipient = '',"
                           " template_values = '{}' WHERE about = :about"
                           " AND state NOT IN ('sent', 'dropped')",
      soci::use(about);
}

int forgetWithdrawnMails(Transaction& transaction, Seconds madeBefore) {
  const long long before = toColumn(madeBefore);
  soci::statement statement =
      (transaction.session().prepare
           << "DELETE FROM outbox WHERE state = 'dropped' AND created_at < :before",
       soci::use(before));
  statement.execute(true);
  return static_cast<int>(statement.get_affected_rows());
}

std::optional<OutgoingMail> takeDueMail(Transaction& transaction, Seconds now) {
  soci::session& sql = transaction.session();
  const long long at = toColumn(now);
  const long long far = toColumn(now + kFurthestPause);
  const long long farTurn = toColumn(now + kLongestTurn);
  OutgoingMail mail;
  std::string values;
  long long createdAt = 0;
  long long plannedAt = 0;
  long long useless = 0;
  soci::indicator ends = soci::i_ok;
  sql << "SELECT id, kind, recipient, language, template_values, created_at, planned_at,"
         " useless_after, attempts FROM outbox WHERE state = 'waiting'"
         " AND (next_attempt_at <= :now OR next_attempt_at > :far)"
         " AND (planned_at = created_at OR planned_at <= :turn OR planned_at > :farTurn)"
         " ORDER BY next_attempt_at LIMIT 1",
      soci::into(mail.id), soci::into(mail.kind), soci::into(mail.recipient),
      soci::into(mail.language), soci::into(values), soci::into(createdAt), soci::into(plannedAt),
      soci::into(useless, ends), soci::into(mail.attempts), soci::use(at), soci::use(far),
      soci::use(at), soci::use(farTurn);
  if (!sql.got_data()) {
    return std::nullopt;
  }
  const long long until = toColumn(now + kMailLease);
  sql << "UPDATE outbox SET next_attempt_at = :until, attempts = attempts + 1 WHERE id = :id",
      soci::use(until), soci::use(mail.id);
  mail.values = nlohmann::json::parse(values).get<MailValues>();
  mail.createdAt = fromColumn(createdAt);
  mail.plannedAt = fromColumn(plannedAt);
  if (ends == soci::i_ok) {
    mail.uselessAfter = fromColumn(useless);
  }
  ++mail.attempts;
  return mail;
}

void markSent(Transaction& transaction, const OutgoingMail& mail) {
  // Whoever has it meanwhile: it need not go out once more.
  transaction.session() << "UPDATE outbox SET state = 'sent', recipient = '',"
                           " template_values = '{}', failure = NULL WHERE id = :id",
      soci::use(mail.id);
}

void postponeMail(Transaction& transaction, const OutgoingMail& mail, Seconds when,
                  std::string_view failure) {
  const long long next = toColumn(when);
  const std::string reason(failure);
  transaction.session() << "UPDATE outbox SET next_attempt_at = :next, failure = :failure"
                           " WHERE id = :id AND state = 'waiting' AND attempts = :attempts",
      soci::use(next), soci::use(reason), soci::use(mail.id), soci::use(mail.attempts);
}

void closeMail(Transaction& transaction, const OutgoingMail& mail, MailState state,
               std::string_view failure) {
  const std::string name(toString(state));
  const std::string reason(failure);
  transaction.session() << "UPDATE outbox SET state = :state, failure = :failure"
                           " WHERE id = :id AND state = 'waiting' AND attempts = :attempts",
      soci::use(name), soci::use(reason), soci::use(mail.id), soci::use(mail.attempts);
}

std::optional<Seconds> nextDueMail(Transaction& transaction) {
  long long due = 0;
  soci::indicator found = soci::i_ok;
  transaction.session() << "SELECT MIN(CASE WHEN planned_at > created_at AND"
                           " planned_at > next_attempt_at THEN planned_at ELSE next_attempt_at END)"
                           " FROM outbox WHERE state = 'waiting'",
      soci::into(due, found);
  return found == soci::i_ok ? std::optional(fromColumn(due)) : std::nullopt;
}

}  // namespace madoguchi::backend
