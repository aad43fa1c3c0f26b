#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cardreader/secret_buffer.h"
#include "protocol/field_error.h"
#include "protocol/password_rules.h"

// The password of an account, as this program handles it: what it may be says
// protocol/password_rules.h.

namespace madoguchi::app {

/// The typed character where a password can have it. None of these needs an escape in JSON.
std::optional<char> passwordCharacter(char typed);
int longestPassword();

/// Which rules a password meets that is being typed.
protocol::PasswordRules rulesMetBy(const card::SecretBuffer& password);
/// See protocol::chosenPasswordErrors().
std::vector<protocol::FieldError> chosenPasswordErrors(const card::SecretBuffer& password,
                                                       const card::SecretBuffer& confirmation,
                                                       std::string_view differ);
bool areSame(const card::SecretBuffer& one, const card::SecretBuffer& other);

struct NamedSecret {
  std::string_view name;
  const card::SecretBuffer& secret;
};

/// The JSON object that `open` begins ("{", or with members of its own), with the secrets, closed.
/// No copy of a secret stays behind on the way; the transfer overwrites the text.
std::string jsonWithSecrets(std::string_view open, std::span<const NamedSecret> secrets);

}  // namespace madoguchi::app
