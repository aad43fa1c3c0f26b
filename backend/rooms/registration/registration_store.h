#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "backend/core/encoding.h"
#include "backend/storage/transaction.h"

// Nonces, accounts and answers in the database. All throw soci::soci_error, which Storage takes.

namespace madoguchi::backend {

/// Keeps the nonce (hashed) until `expiresAt`, and forgets those that have expired, as well as the
/// one that it takes the place of (empty for none).
void addNonce(Transaction& transaction, std::string_view nonce, Seconds expiresAt, Seconds now,
              std::string_view replaced = {});
/// Whether the nonce could be used now.
bool nonceIsGood(Transaction& transaction, std::string_view nonce, Seconds now);
/// Uses it up; false where it is not good.
bool useUpNonce(Transaction& transaction, std::string_view nonce, Seconds now);

/// What a registration is answered with, now and whenever it is repeated.
struct StoredAnswer {
  std::string requestDigest;  ///< of entrance, canonical form and certificate
  std::string authenticationId;
  Seconds registeredAt;
  bool corrected = false;  ///< the account was there, and its address was corrected
};
std::optional<StoredAnswer> answeredBefore(Transaction& transaction,
                                           const std::string& idempotencyKey);

/// The signing certificate as it is kept with an account.
struct CertificateRecord {
  std::string fingerprint;  ///< SHA-256 of the DER, hexadecimal
  std::string serial;
  std::string issuer;     ///< RFC 2253
  std::string issuerKey;  ///< see TrustVerdict
};
struct KnownAccount {
  std::string id;
  std::string authenticationId;
  Seconds registeredAt;
  std::string email;
  bool passwordWasSet = false;  ///< at any time: its owner has had a mail
};
/// The account that has the certificate.
std::optional<KnownAccount> accountOf(Transaction& transaction,
                                      const CertificateRecord& certificate);

struct NewAccount {
  std::string entrance;
  std::string userClass;
  std::string language;
  std::string form;  ///< canonical JSON
  std::string email;
  std::string termsVersion;
  std::optional<CertificateRecord> certificate;
};
/// Stores the account and the answer that its request has from now on. Gives the account's id.
std::string addAccount(Transaction& transaction, const NewAccount& account,
                const std::string& idempotencyKey, const StoredAnswer& answer);

/// Puts what was signed anew in the place of what the account had, and stores the answer.
void correctAccount(Transaction& transaction, const KnownAccount& known, const NewAccount& account,
                    const std::string& idempotencyKey, const StoredAnswer& answer);

}  // namespace madoguchi::backend
