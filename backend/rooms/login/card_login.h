#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "backend/accounts/nonces.h"
#include "backend/rooms/login/admission.h"
#include "backend/storage/storage.h"
#include "backend/trust/trust_store.h"
#include "protocol/refusal.h"

namespace madoguchi::backend {

/// Decides on logins by card. Knows no HTTP and no SQL. Thread-safe.
class CardLogin {
 public:
  using Clock = std::function<Seconds()>;

  CardLogin(Storage& storage, TrustStore& trust, Nonces& nonces, std::string origin,
            Clock clock = now);

  /// `body` is the JSON of POST /v1/card-sessions: the login that the user-authentication key has
  /// signed and, where the account does not know that certificate yet, what the signing key has
  /// signed beside it. Then the account takes the new card in the place of the old one, and its
  /// owner gets a mail.
  ///
  /// An ID that nobody has and a card that is not its owner's are one answer.
  std::variant<Welcome, protocol::Refusal> logIn(std::string_view body, std::string_view subscriber,
                                                 Deadline deadline);

 private:
  struct Submission;
  static std::variant<Submission, protocol::Refusal> read(std::string_view body);
  std::optional<protocol::Refusal> checkTrust(Submission& submission) const;
  std::optional<protocol::Refusal> checkBinding(Submission& submission, Deadline deadline) const;
  std::variant<Welcome, protocol::Refusal> decide(Transaction& transaction,
                                                  const Submission& submission,
                                                  std::string_view subscriber) const;

  Storage& m_storage;
  TrustStore& m_trust;
  Nonces& m_nonces;
  std::string m_origin;
  Clock m_clock;
};

}  // namespace madoguchi::backend
