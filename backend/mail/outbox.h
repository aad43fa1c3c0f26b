#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "backend/core/encoding.h"
#include "backend/mail/mail_template.h"
#include "backend/storage/transaction.h"

// Mails that wait in the database: written together with what they tell of, sent afterwards, at
// least once. Several processes may send from one database.

namespace madoguchi::backend {

enum class MailCause : std::uint8_t {
  provenPerson,  ///< a card, or the session of an account's owner
  /// Whoever types an address. A mailbox gets kMostADay of these in any 24 hours, whoever causes
  /// them, and none where its owner had them stopped.
  anybody,
};

struct NewMail {
  std::string kind;       ///< "registration", …: a template in every language
  std::string recipient;  ///< as its owner types it; see isMailAddress()
  std::string language;
  MailValues values;  ///< exactly those of the template, but for the sender's own
  std::optional<Seconds> uselessAfter = {};  ///< a link's end: not sent later
  MailCause cause = MailCause::anybody;
  std::string about = {};  ///< by which it can be withdrawn; at most 64 characters
};

/// So many mails that anybody can cause go to one mailbox in 24 hours. The next ones wait for
/// their turn, and are held back where that is further off than kLongestTurn.
constexpr int kMostADay = 10;
constexpr std::chrono::seconds kLongestTurn = std::chrono::days(3);

/// Whoever takes a mail has it for so long, after which it counts as not sent. Longer than one
/// attempt to send may take.
constexpr std::chrono::seconds kMailLease{45};
/// The longest pause between two attempts.
constexpr std::chrono::seconds kLongestPause = std::chrono::minutes(15);

/// Whether the mail leaves now, later or never looks the same to the caller: it tells nothing about
/// the mailbox. Throws std::invalid_argument where the values are not those of the template.
void addMail(Transaction& transaction, const NewMail& mail, Seconds now);

/// Whether a mail to this recipient that anybody can cause would leave now, and not later or never.
bool leavesNow(Transaction& transaction, const std::string& recipient, Seconds now);

/// What such mails tell of is no longer so: those that have not left never will, and forget
/// recipient and values. They count as mails to their mailbox all the same. One that a
/// sender has taken already does.
void withdrawMails(Transaction& transaction, const std::string& about);

/// A mail that is due, with what its text needs.
struct OutgoingMail {
  std::string id;
  std::string kind;
  std::string recipient;
  std::string language;
  MailValues values;
  Seconds createdAt;
  Seconds plannedAt;  ///< when its turn was
  std::optional<Seconds> uselessAfter;
  int attempts = 0;  ///< this one included
};

enum class MailState : std::uint8_t {
  waiting,
  sent,
  refused,  ///< by the recipient's side, for good
  failed,   ///< tried long enough, or cannot be written
  useless,  ///< not sent in time
  held,     ///< too many for one mailbox, or stopped by its owner
  dropped,  ///< withdrawn before it left
};
std::string_view toString(MailState state);
/// The failure of a mail that its recipient does not want.
constexpr std::string_view kStoppedByOwner = "stopped by the owner of the mailbox";

/// The next mails that are due, at most so many, which are the caller's for kMailLease. One that is
/// due further ahead than any pause is due as well: the clock was set since.
std::vector<OutgoingMail> takeDueMails(Transaction& transaction, int most, Seconds now);
/// As if it had not been taken: nobody has tried to send it. Without effect where somebody else has
/// taken it since.
void giveBackMail(Transaction& transaction, const OutgoingMail& mail, Seconds now);
/// Forgets recipient and values, too.
void markSent(Transaction& transaction, const OutgoingMail& mail);
/// To be tried again at `when`. Without effect where somebody else has taken the mail since, as is
/// closeMail(). `failure` is for the operator, and names nobody.
void postponeMail(Transaction& transaction, const OutgoingMail& mail, Seconds when,
                  std::string_view failure);
void closeMail(Transaction& transaction, const OutgoingMail& mail, MailState state,
               std::string_view failure);
/// What has not left.
struct OutboxDepth {
  /// waiting, refused, failed, useless and held
  std::map<MailState, long long> mails = {};
  std::optional<Seconds> oldestDue = std::nullopt;  ///< since when the next one could have left
};
OutboxDepth outboxDepth(Transaction& transaction);
/// Forgets mails that came to this end before that time, the oldest first; see deleteOldest().
int forgetMails(Transaction& transaction, MailState state, Seconds before, int most);
/// When the next mail is due; empty where none waits.
std::optional<Seconds> nextDueMail(Transaction& transaction);

}  // namespace madoguchi::backend
