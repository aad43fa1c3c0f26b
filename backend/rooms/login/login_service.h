#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "backend/accounts/password_try.h"
#include "backend/core/data_keys.h"
#include "backend/core/password_hash.h"
#include "backend/http/endpoint.h"
#include "backend/rooms/login/admission.h"
#include "backend/storage/storage.h"
#include "protocol/refusal.h"

namespace madoguchi::backend {

/// Decides who may come in, and knows who is in. Knows no HTTP and no SQL. Thread-safe.
class LoginService {
 public:
  using Clock = std::function<Seconds()>;

  /// `keys` open applications, where the service takes any; see comesInWithoutCard().
  LoginService(Storage& storage, PasswordHasher& passwords, const DataKeys* keys,
               Clock clock = now);

  /// `body` is the JSON of POST /v1/sessions. An ID that nobody has and a password that is wrong
  /// are one answer after one time. What is wrong with an account is told only to who knows its
  /// password.
  std::variant<Welcome, protocol::Refusal> logIn(std::string_view body, std::string_view subscriber,
                                                 Deadline deadline);

  /// Whose token this is, which is a use of the session.
  std::variant<Principal, protocol::Reason> find(std::string_view token, Deadline deadline);
  /// When the session ends if it is not used again.
  [[nodiscard]] Seconds endOfSession() const { return m_clock() + kSessionIdle; }
  void logOut(const Principal& who, std::string_view subscriber, Deadline deadline);

 private:
  /// std::nullopt where the password is another since it was looked at.
  std::optional<std::variant<Welcome, protocol::Refusal>> letIn(const std::string& authenticationId,
                                                                const PasswordTry& tried,
                                                                std::string_view subscriber,
                                                                Deadline deadline);

  Storage& m_storage;
  PasswordHasher& m_passwords;
  const DataKeys* m_keys;
  Clock m_clock;
};

}  // namespace madoguchi::backend
