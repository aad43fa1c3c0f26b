#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "backend/rooms/registration/registration_store.h"
#include "backend/storage/nonces.h"
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

  RegistrationService(Storage& storage, TrustStore& trust, Policy policy, Clock clock = now);

  /// `replaced` is the nonce that this one takes the place of: it is good no longer.
  Nonce issueNonce(Deadline deadline, std::string_view replaced = {});
  /// `body` is the JSON of POST /v1/registrations.
  std::variant<Registered, protocol::Refusal> registerPerson(std::string_view body,
                                                             std::string_view idempotencyKey,
                                                             Deadline deadline);

 private:
  struct Submission;
  std::variant<Submission, protocol::Refusal> readSubmission(std::string_view body);
  /// The answer of `answered` where it was given to this very submission.
  static std::optional<Registered> repeatedAnswer(const std::optional<StoredAnswer>& answered,
                                                  const Submission& submission);
  std::optional<protocol::Refusal> checkTrust(Submission& submission);
  std::optional<protocol::Refusal> checkBinding(const Submission& submission, Deadline deadline);
  std::optional<protocol::Refusal> checkForm(const Submission& submission);
  std::optional<StoredAnswer> findAnswer(const std::string& key, Deadline deadline);
  std::variant<Registered, protocol::Refusal> store(const Submission& submission,
                                                    const std::string& key, Deadline deadline);

  Storage& m_storage;
  TrustStore& m_trust;
  Policy m_policy;
  Clock m_clock;
};

}  // namespace madoguchi::backend
