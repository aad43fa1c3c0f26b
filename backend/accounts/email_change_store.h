#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "backend/accounts/one_time_links.h"
#include "backend/core/encoding.h"
#include "backend/storage/transaction.h"

// New addresses that wait until the link of a mail to them was opened. Their links are apart from
// those that set passwords: whoever reads the mail has not yet shown that the address belongs to
// the account's owner. All throw soci::soci_error, which Storage takes.

namespace madoguchi::backend {

struct NewEmailChange {
  std::string accountId;
  std::string email;
  Seconds expiresAt;
};
/// Gives the token of its link. One that waited for the account has ended.
std::string addEmailChange(Transaction& transaction, const NewEmailChange& change, Seconds now);

struct EmailChange {
  std::string accountId;
  std::string email;  ///< empty where it waits no longer
  LinkState state = LinkState::good;
  Seconds expiresAt;
  std::string usedBy;  ///< the attempt that used it, as a digest; empty while nobody has
};
/// std::nullopt where there is no such link.
std::optional<EmailChange> findEmailChange(Transaction& transaction, std::string_view token,
                                           Seconds now);
/// The one that waits for the account.
std::optional<EmailChange> waitingEmailChange(Transaction& transaction,
                                              const std::string& accountId, Seconds now);
/// How many were asked for in the time before now.
int emailChangesWithin(Transaction& transaction, const std::string& accountId,
                       std::chrono::seconds time, Seconds now);

/// See useUp(). What it was is read before: the address is not kept.
bool useUpEmailChange(Transaction& transaction, std::string_view token, std::string_view attempt,
                      Seconds now);

/// The one that waits for the account has ended: withdraws its mail, too.
void endEmailChanges(Transaction& transaction, const std::string& accountId, Seconds now);
/// Of an account that goes.
void forgetEmailChangesOf(Transaction& transaction, const std::string& accountId);
/// Of all accounts, those that ended before that time; see deleteOldest().
int forgetEmailChanges(Transaction& transaction, Seconds endedBefore, int most);

/// By which a mail with such a link is withdrawn.
std::string aboutEmailChange(const std::string& accountId);

}  // namespace madoguchi::backend
