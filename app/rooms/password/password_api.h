#pragma once

#include <QString>
#include <functional>
#include <string>
#include <vector>

#include "app/core/failure_code.h"
#include "app/core/pending.h"
#include "cardreader/secret_buffer.h"
#include "protocol/field_error.h"

namespace madoguchi::app {

class Server;

/// As they are in the fields. Every character is one that passwordCharacter() gives.
struct TypedPasswords {
  card::SecretBuffer current{};
  card::SecretBuffer password{};
  card::SecretBuffer confirmation{};
};

struct PasswordAnswer {
  FailureCode failure = FailureCode::none;
  /// Of "currentPassword", "password" and "passwordConfirmation".
  std::vector<protocol::FieldError> errors = {};
};

/// Sets another password: of who is logged in, or, where an authentication ID is given, of who is
/// not let in any more because the password has expired. The same key is answered the same again.
Pending changePassword(Server& server, const QString& expiredId, const TypedPasswords& typed,
                       const std::string& key, std::function<void(PasswordAnswer)> answer);

}  // namespace madoguchi::app
