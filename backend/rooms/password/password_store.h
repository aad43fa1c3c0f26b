#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "backend/core/encoding.h"
#include "backend/storage/transaction.h"

// What the database knows of accounts and their passwords. All throw soci::soci_error, which
// Storage takes.

namespace madoguchi::backend {

struct PasswordAccount {
  std::string id;
  std::string authenticationId;
  std::string email;
  std::string language;
  bool hadPassword = false;  ///< one was set, though it may have been dropped since
  std::string setBy;         ///< digest of the attempt that set it; may be empty
  bool isActive = false;     ///< else nothing of it is changed
};
std::optional<PasswordAccount> findAccount(Transaction& transaction, const std::string& id);
/// See accountForLogin().
std::optional<PasswordAccount> findAccountBy(Transaction& transaction,
                                             const std::string& authenticationId);

/// `attempt` is who asks, by a name made for this one time.
void setPassword(Transaction& transaction, const std::string& accountId, const std::string& hash,
                 std::string_view attempt, Seconds now);

/// Forgets accounts that never had a password, that nobody has used by card either, and whose last
/// link was made before that time. Those
/// that a version before the links has registered never had one, and stay. At most `most`
/// at once; gives how many there were.
int forgetUnfinishedAccounts(Transaction& transaction, Seconds linkedBefore, int most);

}  // namespace madoguchi::backend
