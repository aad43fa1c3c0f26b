#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "backend/accounts/nonces.h"
#include "backend/rooms/registration/registration_store.h"
#include "backend/storage/storage.h"
#include "backend/trust/trust_store.h"
#include "protocol/refusal.h"

namespace madoguchi::backend {

struct Registered {
  std::string authenticationId;
  Seconds registeredAt;
  bool corrected = false;  ///< see StoredAnswer
  bool stored = false;     ///< false: this is the answer to a repeated request
};

/// Decides on a registration: what is checked, and in which order. Knows no HTTP and no SQL.
/// Thread-safe. What is asked of the database is given up at the deadline; see Storage.
class RegistrationService {
 public:
  struct Policy {
    std::string origin;
    std::vector<std::string> termsVersions;
  };
  using Clock = std::function<Seconds()>;

  RegistrationService(Storage& storage, TrustStore& trust, Nonces& nonces, Policy policy,
                      Clock clock = now);

  Nonce issueNonce(Deadline deadline);
  /// `body` is the JSON of POST /v1/registrations.
  std::variant<Registered, protocol::Refusal> registerPerson(std::string_view body,
                                                             std::string_view idempotencyKey,
                                                             Deadline deadline);

 private:
  struct Submission;
  struct Before;
  std::variant<Submission, protocol::Refusal> readSubmission(std::string_view body);
  /// The answer of `answered` where it was given to this very submission.
  static std::optional<Registered> repeatedAnswer(const std::optional<StoredAnswer>& answered,
                                                  const Submission& submission);
  std::optional<protocol::Refusal> checkTrust(Submission& submission);
  std::optional<protocol::Refusal> checkBinding(Submission& submission, Deadline deadline);
  std::optional<protocol::Refusal> checkForm(const Submission& submission);
  /// What becomes of a refusal by what the database has: the same form under the same key, signed
  /// with the same certificate, was answered before, and the answer stays the same, although the
  /// nonce is used up and the certificate may have ended since. Good requests do without this look.
  std::variant<Registered, protocol::Refusal> refused(protocol::Refusal refusal, bool trusted,
                                                      const Submission& submission,
                                                      const std::string& key, Deadline deadline);
  Before lookBack(const Submission& submission, const std::string& key, Deadline deadline);
  std::variant<Registered, protocol::Refusal> store(const Submission& submission,
                                                    const std::string& key, Deadline deadline);

  Storage& m_storage;
  TrustStore& m_trust;
  Nonces& m_nonces;
  Policy m_policy;
  Clock m_clock;
};

}  // namespace madoguchi::backend
