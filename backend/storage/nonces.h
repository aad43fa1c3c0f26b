#pragma once

#include <string>
#include <string_view>

#include "backend/core/encoding.h"
#include "backend/storage/transaction.h"

// What a signature must contain so that it is good once and now. All throw soci::soci_error, which
// Storage takes.

namespace madoguchi::backend {

struct Nonce {
  std::string value;  ///< base64url of 32 random bytes
  Seconds expiresAt;  ///< ten minutes later: a person looks for a card and types a PIN meanwhile
};
Nonce makeNonce(Seconds now);

/// Keeps the nonce (hashed), and forgets those that have expired, as well as the one that it takes
/// the place of (empty for none).
void addNonce(Transaction& transaction, const Nonce& nonce, Seconds now,
              std::string_view replaced = {});
/// Whether the nonce could be used now.
bool nonceIsGood(Transaction& transaction, std::string_view nonce, Seconds now);
/// Uses it up; false where it is not good.
bool useUpNonce(Transaction& transaction, std::string_view nonce, Seconds now);

}  // namespace madoguchi::backend
