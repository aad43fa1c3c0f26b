#include "app/core/account_password.h"

#include "protocol/ascii.h"

namespace madoguchi::app {
namespace {

std::string_view textOf(const card::SecretBuffer& secret) {
  return {reinterpret_cast<const char*>(secret.bytes().data()), secret.size()};
}

}  // namespace

std::optional<char> passwordCharacter(char typed) {
  const bool may = protocol::isLetterOrDigit(typed) ||
                   protocol::kPasswordSymbols.find(typed) != std::string_view::npos;
  return may ? std::optional(typed) : std::nullopt;
}

int longestPassword() { return static_cast<int>(protocol::kLongestPassword); }

protocol::PasswordRules rulesMetBy(const card::SecretBuffer& password) {
  return protocol::passwordRules(textOf(password));
}

std::vector<protocol::FieldError> chosenPasswordErrors(const card::SecretBuffer& password,
                                                       const card::SecretBuffer& confirmation,
                                                       std::string_view differ) {
  return protocol::chosenPasswordErrors(textOf(password), textOf(confirmation), differ);
}

bool areSame(const card::SecretBuffer& one, const card::SecretBuffer& other) {
  return textOf(one) == textOf(other);
}

void appendSecret(std::string& json, std::string_view name, const card::SecretBuffer& secret) {
  if (json.back() != '{') {
    json += ',';
  }
  json.append("\"").append(name).append("\":\"").append(textOf(secret)).append("\"");
}

}  // namespace madoguchi::app
