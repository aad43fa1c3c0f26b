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

/// Sets a password with the link of a mail, whether it is the first or not.
struct LinkedPasswordAnswer {
  PasswordAnswer password = {};
  bool isFirst = false;  ///< the authentication ID comes by mail now
};
Pending setPasswordByLink(Server& server, const std::string& token, const TypedPasswords& typed,
                          const std::string& key, std::function<void(LinkedPasswordAnswer)> answer);
/// Sends another link to the address of the account that this one belongs to.
Pending renewLink(Server& server, const std::string& token,
                  std::function<void(FailureCode)> answer);

/// Sets another password: of who is logged in, or, where an authentication ID is given, of who is
/// not let in any more because the password has expired. The same key is answered the same again.
Pending changePassword(Server& server, const QString& expiredId, const TypedPasswords& typed,
                       const std::string& key, std::function<void(PasswordAnswer)> answer);

}  // namespace madoguchi::app
