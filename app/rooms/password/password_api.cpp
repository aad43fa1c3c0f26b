#include "app/rooms/password/password_api.h"

#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "app/core/account_password.h"
#include "app/server/answers.h"
#include "app/server/server.h"
#include "protocol/strict_json.h"

namespace madoguchi::app {
namespace {

/// `first` is the first member, or nothing.
std::string passwordsJson(const std::string& first, const TypedPasswords& typed) {
  std::vector<NamedSecret> secrets;
  if (!typed.current.empty()) {
    secrets.push_back({"currentPassword", typed.current});
  }
  secrets.push_back({"password", typed.password});
  secrets.push_back({"passwordConfirmation", typed.confirmation});
  return jsonWithSecrets("{" + first, secrets);
}

std::string member(std::string_view name, const std::string& value) {
  return std::string("\"").append(name) + "\":" + nlohmann::json(value).dump();
}

PasswordAnswer readPasswordAnswer(long hopedFor, const HttpAnswer& answer) {
  PasswordAnswer read{.failure = failureUnless(hopedFor, answer)};
  if (read.failure == FailureCode::formRefused) {
    read.errors = protocol::refusalFromJson(answer.body)->fields;
  }
  return read;
}

}  // namespace

Pending setPasswordByLink(Server& server, const std::string& token, const TypedPasswords& typed,
                          const std::string& key,
                          std::function<void(LinkedPasswordAnswer)> answer) {
  return server.send({.method = HttpMethod::post,
                      .path = "/v1/passwords",
                      .json = passwordsJson(member("link", token), typed),
                      .idempotencyKey = key},
                     [answer = std::move(answer)](const HttpAnswer& what) {
                       constexpr long kOk = 200;
                       LinkedPasswordAnswer read{.password = readPasswordAnswer(kOk, what)};
                       const auto json = jsonObjectOf(what);
                       read.isFirst = json && protocol::stringMember(*json, "purpose") == "first";
                       answer(std::move(read));
                     });
}

Pending renewLink(Server& server, const std::string& token,
                  std::function<void(FailureCode)> answer) {
  return server.send({.method = HttpMethod::post,
                      .path = "/v1/password-links",
                      .json = "{" + member("link", token) + "}"},
                     [answer = std::move(answer)](const HttpAnswer& what) {
                       constexpr long kAccepted = 202;
                       answer(failureUnless(kAccepted, what));
                     });
}

Pending changePassword(Server& server, const QString& expiredId, const TypedPasswords& typed,
                       const std::string& key, std::function<void(PasswordAnswer)> answer) {
  constexpr long kNoContent = 204;
  const bool expired = !expiredId.isEmpty();
  return server.send(
      {.method = HttpMethod::put,
       .path = expired ? "/v1/passwords/expired" : "/v1/account/password",
       .json = passwordsJson(
           expired ? member("authenticationId", expiredId.toStdString()) : std::string(), typed),
       .idempotencyKey = key,
       .inSession = !expired},
      [answer = std::move(answer)](const HttpAnswer& what) {
        answer(readPasswordAnswer(kNoContent, what));
      });
}

}  // namespace madoguchi::app
