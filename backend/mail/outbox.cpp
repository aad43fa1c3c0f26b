#include "backend/mail/outbox.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "backend/core/mail_address.h"
#include "backend/mail/bounce.h"
#include "backend/storage/columns.h"
#include "backend/storage/kept_statements.h"
#include "backend/storage/old_rows.h"
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

/// What the outbox has of a mailbox.
struct Mailbox {
  bool isStopped = false;
  int lastNumber = 0;
  /// When the one is due after which kMostADay - 1 more were planned, in the time that counts.
  std::optional<Seconds> fullUntil;
};

Mailbox lookAt(Transaction& transaction, const std::string& mailbox, Seconds now) {
  const long long from = toColumn(now - kDay);
  const long long until = toColumn(now + kLongestTurn);
  const int skipped = kMostADay - 1;
  int stops = 0;
  int last = 0;
  long long planned = 0;
  soci::indicator numbered = soci::i_ok;
  soci::indicator full = soci::i_ok;
  execute(transaction,
          "SELECT (SELECT COUNT(*) FROM mail_stops WHERE mailbox = :stopped),"
          " (SELECT MAX(turn) FROM outbox WHERE mailbox = :numbered),"
          " (SELECT planned_at FROM outbox WHERE mailbox = :mailbox AND limited = 1 AND"
          " planned_at > :from AND planned_at <= :until AND state <> 'held'"
          " ORDER BY planned_at DESC LIMIT 1 OFFSET :skipped)",
          soci::into(stops), soci::into(last, numbered), soci::into(planned, full),
          soci::use(mailbox), soci::use(mailbox), soci::use(mailbox), soci::use(from),
          soci::use(until), soci::use(skipped));
  return {.isStopped = stops > 0,
          .lastNumber = numbered == soci::i_ok ? last : 0,
          .fullUntil = full == soci::i_ok ? std::optional(fromColumn(planned)) : std::nullopt};
}

/// Of a mail that anybody can cause.
Turn turnOf(const Mailbox& mailbox, std::optional<Seconds> uselessAfter, Seconds now) {
  if (mailbox.isStopped) {
    return {MailState::held, now, std::string(kStoppedByOwner)};
  }
  if (!mailbox.fullUntil) {
    return {.plannedAt = now};
  }
  // A day after that one there is room again.
  const Seconds turn = std::max(now, *mailbox.fullUntil + kDay);
  if (turn > now + kLongestTurn || (uselessAfter && turn > *uselessAfter)) {
    return {MailState::held, now, "too many mails to one mailbox"};
  }
  return {.plannedAt = turn};
}

OutgoingMail mailFrom(const soci::row& row) {
  constexpr std::size_t kEnds = 7;
  OutgoingMail mail{.id = row.get<std::string>(0),
                    .kind = row.get<std::string>(1),
                    .recipient = row.get<std::string>(2),
                    .language = row.get<std::string>(3),
                    .values = nlohmann::json::parse(row.get<std::string>(4)).get<MailValues>(),
                    .createdAt = fromColumn(row.get<long long>(5)),
                    .plannedAt = fromColumn(row.get<long long>(6)),
                    .uselessAfter = std::nullopt,
                    .attempts = row.get<int>(8)};
  if (row.get_indicator(kEnds) == soci::i_ok) {
    mail.uselessAfter = fromColumn(row.get<long long>(kEnds));
  }
  return mail;
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

bool leavesNow(Transaction& transaction, const std::string& recipient, Seconds now) {
  const Mailbox mailbox = lookAt(transaction, mailboxKey(recipient), now);
  const Turn turn = turnOf(mailbox, std::nullopt, now);
  return turn.state == MailState::waiting && turn.plannedAt == now;
}

void addMail(Transaction& transaction, const NewMail& mail, Seconds now) {
  demandFittingValues(mail.kind, mail.language, mail.values);
  const std::string id = randomHex(16);
  const std::string mailbox = mailboxKey(mail.recipient);
  const bool isLimited = mail.cause == MailCause::anybody;
  const Mailbox before = isLimited ? lookAt(transaction, mailbox, now) : Mailbox{};
  const Turn turn = isLimited ? turnOf(before, mail.uselessAfter, now) : Turn{.plannedAt = now};
  const std::string values = nlohmann::json(mail.values).dump();
  const int limited = isLimited ? 1 : 0;
  const long long at = toColumn(now);
  const long long planned = toColumn(turn.plannedAt);
  const long long useless = toColumn(mail.uselessAfter.value_or(Seconds()));
  soci::indicator ends = mail.uselessAfter ? soci::i_ok : soci::i_null;  // use() takes no constant
  const std::string state(toString(turn.state));
  const int number = before.lastNumber + 1;
  soci::indicator numbered = isLimited ? soci::i_ok : soci::i_null;
  // Whoever took the same number at once makes this begin again, and count once more.
  const auto added =
      execute(transaction,
              "INSERT INTO outbox (id, kind, recipient, mailbox, language,"
              " template_values, limited, created_at, planned_at, useless_after,"
              " next_attempt_at, attempts, state, failure, about, turn)"
              " VALUES (:id, :kind, :recipient, :mailbox, :language, :values, :limited,"
              " :created, :planned, :useless, :next, 0, :state, :failure, :about, :turn)"
              " ON CONFLICT DO NOTHING",
              soci::use(id), soci::use(mail.kind), soci::use(mail.recipient), soci::use(mailbox),
              soci::use(mail.language), soci::use(values), soci::use(limited), soci::use(at),
              soci::use(planned), soci::use(useless, ends), soci::use(at), soci::use(state),
              soci::use(turn.failure), soci::use(mail.about), soci::use(number, numbered));
  if (added.changed != 1) {
    throw std::logic_error("a mail has the number of another one");
  }
}

void withdrawMails(Transaction& transaction, const std::string& about) {
  transaction.session() << "UPDATE outbox SET state = 'dropped', recipient = '',"
                           " template_values = '{}' WHERE about = :about"
                           " AND state NOT IN ('sent', 'dropped')",
      soci::use(about);
}

std::vector<OutgoingMail> takeDueMails(Transaction& transaction, int most, Seconds now) {
  soci::session& sql = transaction.session();
  const long long at = toColumn(now);
  const long long far = toColumn(now + kFurthestPause);
  const long long farTurn = toColumn(now + kLongestTurn);
  std::vector<OutgoingMail> mails;
  const soci::rowset<soci::row> rows =
      (sql.prepare
           << "SELECT id, kind, recipient, language, template_values, created_at, planned_at,"
              " useless_after, attempts FROM outbox WHERE state = 'waiting'"
              " AND (next_attempt_at <= :now OR next_attempt_at > :far)"
              " AND (planned_at = created_at OR planned_at <= :turn OR planned_at > :farTurn)"
              " ORDER BY next_attempt_at LIMIT :most",
       soci::use(at), soci::use(far), soci::use(at), soci::use(farTurn), soci::use(most));
  for (const soci::row& row : rows) {
    mails.push_back(mailFrom(row));
  }
  const long long until = toColumn(now + kMailLease);
  for (OutgoingMail& mail : mails) {
    execute(transaction,
            "UPDATE outbox SET next_attempt_at = :until, attempts = attempts + 1 WHERE id = :id",
            soci::use(until), soci::use(mail.id));
    ++mail.attempts;
  }
  return mails;
}

void giveBackMail(Transaction& transaction, const OutgoingMail& mail, Seconds now) {
  const long long at = toColumn(now);
  transaction.session() << "UPDATE outbox SET next_attempt_at = :now, attempts = attempts - 1"
                           " WHERE id = :id AND state = 'waiting' AND attempts = :attempts",
      soci::use(at), soci::use(mail.id), soci::use(mail.attempts);
}

void markSent(Transaction& transaction, const OutgoingMail& mail) {
  // Whoever has it meanwhile: it need not go out once more.
  const std::string digest = recipientDigest(mail.id, mail.recipient);
  execute(transaction,
          "UPDATE outbox SET state = 'sent', recipient = '',"
          " template_values = '{}', failure = NULL, recipient_digest = :digest"
          " WHERE id = :id",
          soci::use(digest), soci::use(mail.id));
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

OutboxDepth outboxDepth(Transaction& transaction) {
  OutboxDepth depth{.oldestDue = nextDueMail(transaction)};
  for (const MailState state : {MailState::waiting, MailState::refused, MailState::failed,
                                MailState::useless, MailState::held}) {
    const std::string name(toString(state));
    transaction.session() << "SELECT COUNT(*) FROM outbox WHERE state = :state",
        soci::into(depth.mails[state]), soci::use(name);
  }
  return depth;
}

int forgetMails(Transaction& transaction, MailState state, Seconds before, int most) {
  const std::string condition = "state = '" + std::string(toString(state)) + '\'';
  return deleteOldest(transaction,
                      {.table = "outbox", .column = "next_attempt_at", .condition = condition},
                      before, most);
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
