#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "backend/core/encoding.h"
#include "backend/storage/transaction.h"

// Accounts and answers in the database. All throw soci::soci_error, which Storage takes.

namespace madoguchi::backend {

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
/// The user-authentication certificate of the same card, with which its owner logs in. It names
/// nobody: its number and its end are all that there is to keep.
struct AuthenticationRecord {
  std::string serial;
  std::string issuerKey;  ///< see TrustVerdict
  Seconds endsAt{};
};
struct KnownAccount {
  std::string id;
  std::string authenticationId;
  Seconds registeredAt;
  std::string email;
  /// It may be used, and never was: nobody has set a password, for which its owner has to have had
  /// a mail, or logged in with the card.
  bool isUntouched = false;
  bool isActive = false;
  /// By its card alone: the account does not know the signing certificate.
  bool signsAnew = false;
};
/// The account that has the signing certificate, or else the card: a move or another name gives a
/// card another signing certificate, and leaves the user-authentication one.
std::optional<KnownAccount> accountOf(Transaction& transaction,
                                      const CertificateRecord& certificate,
                                      const AuthenticationRecord& user);

struct NewAccount {
  std::string entrance;
  std::string userClass;
  std::string language;
  std::string form;  ///< canonical JSON
  std::string email;
  std::string termsVersion;
  std::optional<CertificateRecord> certificate;
  std::optional<AuthenticationRecord> authentication = std::nullopt;
};
/// Stores the account and the answer that its request has from now on. Gives the account's id.
std::string addAccount(Transaction& transaction, const NewAccount& account,
                       const std::string& idempotencyKey, const StoredAnswer& answer);

/// Its owner has shown both keys of the card: the account knows this signing certificate from now
/// on.
void signAnew(Transaction& transaction, const KnownAccount& known,
              const CertificateRecord& certificate);
/// Puts what was signed anew in the place of what the account had, and stores the answer.
void correctAccount(Transaction& transaction, const KnownAccount& known, const NewAccount& account,
                    const std::string& idempotencyKey, const StoredAnswer& answer);

}  // namespace madoguchi::backend
