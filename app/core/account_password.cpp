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

std::string jsonWithSecrets(std::string_view open, std::span<const NamedSecret> secrets) {
  constexpr std::size_t kSigns = 6;  // ,"":""
  std::size_t size = open.size() + 1;
  for (const auto& [name, secret] : secrets) {
    size += name.size() + secret.size() + kSigns;
  }
  std::string json;
  json.reserve(size);  // a text that grows leaves its beginning behind
  json = open;
  for (const auto& [name, secret] : secrets) {
    json.append(json.back() == '{' ? "\"" : ",\"").append(name);
    json.append("\":\"").append(textOf(secret)).append("\"");
  }
  json += '}';
  return json;
}

}  // namespace madoguchi::app
