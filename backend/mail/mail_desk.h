#pragma once

#include <optional>
#include <string>
#include <vector>

#include "backend/core/encoding.h"
#include "backend/storage/transaction.h"

// What an operator can see of mails that did not leave, and do about them.

namespace madoguchi::backend {

/// A mail that nobody will get unless it is sent again. Names nobody.
struct UnsentMail {
  std::string id;
  std::string kind;
  std::string state;  ///< refused, failed, useless or held
  Seconds createdAt;
  int attempts = 0;
  std::string failure;          ///< of the last attempt: "550 5.1.1 to RCPT"
  std::string recipientDomain;  ///< what stands behind the @
};
/// Oldest first.
std::vector<UnsentMail> unsentMails(Transaction& transaction);

/// The last mail about something; see NewMail::about.
struct LastMail {
  Seconds createdAt;
  std::string state;    ///< see MailState
  std::string failure;  ///< of the last attempt; may be empty
};
std::optional<LastMail> lastMailAbout(Transaction& transaction, const std::string& about);

/// Lets a mail of that list wait again, without a limit. False where there is none of this id.
bool sendAgain(Transaction& transaction, const std::string& id, Seconds now);

/// From now on, nothing that anybody can cause is sent to this mailbox; see MailCause::anybody.
void stopMails(Transaction& transaction, const std::string& address, Seconds now);
void allowMails(Transaction& transaction, const std::string& address);

}  // namespace madoguchi::backend
