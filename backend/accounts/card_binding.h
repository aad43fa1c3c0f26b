#pragma once

#include <string>

#include "backend/core/encoding.h"
#include "backend/storage/transaction.h"

// Which card an account is logged in with, and which one signs, in the database. All throw
// soci::soci_error, which Storage takes.

namespace madoguchi::backend {

/// A certificate by number: unique under its issuer's key (TrustVerdict), and naming nobody.
struct CardKeyRecord {
  std::string serial;
  std::string issuerKey;
};
struct SigningRecord {
  std::string fingerprint;  ///< SHA-256 of the DER, hexadecimal
  std::string issuer;       ///< RFC 2253
  CardKeyRecord key;
};

/// Whether the user-authentication certificate is that of the account's card.
bool isCardOf(Transaction& transaction, const std::string& accountId, const CardKeyRecord& key);
/// Whether the signing certificate is that of another account.
bool isTaken(Transaction& transaction, const std::string& accountId, const CardKeyRecord& signing);
/// This is the certificate that the account knows its owner to sign with from now on.
void bindSigning(Transaction& transaction, const std::string& accountId,
                 const SigningRecord& signing);
/// The card of these certificates is the account's from now on, and the one before is not. The
/// user-authentication one ends then.
void bindCard(Transaction& transaction, const std::string& accountId, const SigningRecord& signing,
              const CardKeyRecord& authentication, Seconds endsAt);
/// The same of a card that was bound before its end was kept.
void noteCardEnd(Transaction& transaction, const std::string& accountId, Seconds endsAt);

}  // namespace madoguchi::backend
