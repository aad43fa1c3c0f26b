#include "app/rooms/password/password_api.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "app/core/account_password.h"
#include "app/server/answers.h"
#include "app/server/server.h"

namespace madoguchi::app {
namespace {

/// Three passwords and their names.
constexpr std::size_t kRoomForPasswords = 256;

/// The text of the request, which the transfer overwrites.
std::string passwordsJson(const QString& expiredId, const TypedPasswords& typed) {
  std::string json = "{";
  if (!expiredId.isEmpty()) {
    json += R"("authenticationId":)" + nlohmann::json(expiredId.toStdString()).dump();
  }
  json.reserve(json.size() + kRoomForPasswords);
  appendSecret(json, "currentPassword", typed.current);
  appendSecret(json, "password", typed.password);
  appendSecret(json, "passwordConfirmation", typed.confirmation);
  return json += '}';
}

PasswordAnswer readPasswordAnswer(const HttpAnswer& answer) {
  constexpr long kNoContent = 204;
  PasswordAnswer read{.failure = failureUnless(kNoContent, answer)};
  if (read.failure == FailureCode::formRefused) {
    read.errors = protocol::refusalFromJson(answer.body)->fields;
  }
  return read;
}

}  // namespace

Pending changePassword(Server& server, const QString& expiredId, const TypedPasswords& typed,
                       const std::string& key, std::function<void(PasswordAnswer)> answer) {
  return server.send(
      {.method = HttpMethod::put,
       .path = expiredId.isEmpty() ? "/v1/account/password" : "/v1/passwords/expired",
       .json = passwordsJson(expiredId, typed),
       .idempotencyKey = key},
      [answer = std::move(answer)](const HttpAnswer& what) { answer(readPasswordAnswer(what)); });
}

}  // namespace madoguchi::app
