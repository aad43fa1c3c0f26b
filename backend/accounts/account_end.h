#pragma once

#include <string>

#include "backend/core/encoding.h"
#include "backend/storage/transaction.h"

// How accounts end. All throw soci::soci_error, which Storage takes.

namespace madoguchi::backend {

/// Nothing of the account is left but what outlives it by its nature: events and changes without
/// values, under a name that belongs to nobody any more.
void forgetAccount(Transaction& transaction, const std::string& accountId);

/// The state of an account is another from now on: kActive, kSuspended. Whoever is logged in, and
/// must not be, is logged out, and a new address that they gave does not go on waiting. Of an
/// account that was suspended the password counts no more: its owner needs a link for another one.
/// False where it has that state already, or is deleted.
bool setAccountStatus(Transaction& transaction, const std::string& accountId,
                      const std::string& status, Seconds now);

/// Deletes the account at once: what its owner registered, the address, links, sessions and the
/// card's signing certificate, with which the owner may register anew. By what proves its owner (a
/// hash of the password, the number of the other certificate) a login goes on being answered that
/// it is deleted, until forgetDeletedAccounts(). False where it is deleted.
bool deleteAccount(Transaction& transaction, const std::string& accountId, Seconds now);

/// Forgets accounts that were deleted before that time, at most `most`. Gives how many there were.
int forgetDeletedAccounts(Transaction& transaction, Seconds deletedBefore, int most);

}  // namespace madoguchi::backend
