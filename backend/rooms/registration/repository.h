#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "backend/core/encoding.h"
#include "protocol/refusal.h"

namespace madoguchi::backend {

class Database;

/// The signing certificate as it is kept with an account.
struct CertificateRecord {
  std::string fingerprint;  ///< SHA-256 of the DER, hexadecimal
  std::string serial;
  std::string issuer;     ///< RFC 2253
  std::string issuerKey;  ///< see TrustVerdict
};

struct NewRegistration {
  std::string idempotencyKey;
  std::string requestDigest;  ///< of entrance, canonical form and certificate
  std::string nonce;          ///< as the client has it
  std::string entrance;
  std::string userClass;
  std::string language;
  std::string form;  ///< canonical JSON
  std::string email;
  std::string termsVersion;
  std::optional<CertificateRecord> certificate;
  std::string messageIdDomain;  ///< right part of the mail's Message-ID
};

/// What a registration is answered with, now and whenever it is repeated.
struct StoredAnswer {
  std::string requestDigest;
  std::string authenticationId;
  Seconds registeredAt;
};

/// Accounts, nonces and answers in the database. Thread-safe. Throws soci::soci_error.
class Repository {
 public:
  explicit Repository(Database& database) : m_database(database) {}

  /// Keeps the nonce (hashed) until `expiresAt`, and forgets those that have expired, as well as
  /// the one that it takes the place of (empty for none).
  void addNonce(std::string_view nonce, Seconds expiresAt, Seconds now,
                std::string_view replaced = {});
  /// Whether the nonce could be used now. Only store() uses it up.
  bool nonceIsGood(std::string_view nonce, Seconds now);
  std::optional<StoredAnswer> findAnswer(const std::string& idempotencyKey);

  struct Outcome {
    std::optional<protocol::Reason>
        refusal;          ///< idempotencyConflict, alreadyRegistered or nonceInvalid
    StoredAnswer answer;  ///< without a refusal
    bool stored = false;  ///< false: it had been stored before, by the same key
  };
  /// Uses up the nonce and stores account, answer and outgoing mail in one transaction, which is on
  /// the disk when this returns; or stores nothing.
  Outcome store(const NewRegistration& registration, Seconds now);

 private:
  Outcome tryToStore(const NewRegistration& registration, Seconds now);
  bool certificateIsTaken(const NewRegistration& registration);

  Database& m_database;
};

}  // namespace madoguchi::backend
