#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "backend/core/encoding.h"
#include "backend/storage/transaction.h"

// What the database knows of accounts for their owners. All throw soci::soci_error, which Storage
// takes.

namespace madoguchi::backend {

/// What an account's owner sees of it, and where mails to them go.
struct AccountInformation {
  std::string authenticationId;
  std::string entrance;
  std::string form;  ///< canonical JSON
  std::string email;
  std::string language;
  std::string status;  ///< see kActive
};
std::optional<AccountInformation> accountInformation(Transaction& transaction,
                                                     const std::string& accountId);
/// Both hold the address: `form` with all else, `email` for mails.
void setInformation(Transaction& transaction, const std::string& accountId, const std::string& form,
                    const std::string& email);

/// A change, as it is kept: no values.
struct ChangeRecord {
  std::string requestDigest;
  std::vector<std::string> changed = {};  ///< fields
  std::optional<Seconds> confirmUntil = std::nullopt;
};
/// `attempt` names a request, and the same again.
std::optional<ChangeRecord> changeOf(Transaction& transaction, const std::string& accountId,
                                     std::string_view attempt);
void keepChange(Transaction& transaction, const std::string& accountId, std::string_view attempt,
                const ChangeRecord& change, const std::string& subscriber, Seconds now);

/// Forgets changes from before that time; see deleteOldest().
int forgetOldChanges(Transaction& transaction, Seconds happenedBefore, int most);

}  // namespace madoguchi::backend
