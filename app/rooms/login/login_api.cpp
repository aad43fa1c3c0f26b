#include "app/rooms/login/login_api.h"

#include <QDateTime>
#include <chrono>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "app/core/account_password.h"
#include "app/server/answers.h"
#include "app/server/server.h"
#include "protocol/strict_json.h"

namespace madoguchi::app {
namespace {

constexpr long kSessionCreated = 201;

constexpr std::size_t kRoomForPassword = 64;

/// The text of the request, which the transfer overwrites.
std::string credentials(const QString& id, const card::SecretBuffer& password) {
  std::string json = R"({"authenticationId":)" + nlohmann::json(id.toStdString()).dump();
  json.reserve(json.size() + kRoomForPassword);
  appendSecret(json, "password", password);
  return json += '}';
}

}  // namespace

LoginAnswer readLogin(const HttpAnswer& answer) {
  if (const FailureCode failure = failureUnless(kSessionCreated, answer);
      failure != FailureCode::none) {
    return {.failure = failure};
  }
  const auto json = jsonObjectOf(answer);
  const std::string token = json ? protocol::stringMember(*json, "token") : std::string();
  LoginAnswer read;
  if (token.empty() || !read.token.append(std::span(
                           reinterpret_cast<const std::uint8_t*>(token.data()), token.size()))) {
    return {.failure = FailureCode::serverAnswer};
  }
  const auto text = [&json](std::string_view name) {
    return QString::fromStdString(protocol::stringMember(*json, name));
  };
  read.welcome.userName = text("userName");
  const auto last = QDateTime::fromString(text("lastLogin"), Qt::ISODate);
  if (last.isValid()) {
    read.welcome.lastLogin =
        std::chrono::sys_seconds(std::chrono::seconds(last.toSecsSinceEpoch()));
  }
  read.welcome.userInformationOnly = json->value("userInformationOnly", nlohmann::json()) == true;
  return read;
}

Pending sendLogin(Server& server, const QString& id, const card::SecretBuffer& password,
                  std::function<void(LoginAnswer)> answer) {
  return server.send(
      {.method = HttpMethod::post, .path = "/v1/sessions", .json = credentials(id, password)},
      [answer = std::move(answer)](const HttpAnswer& what) { answer(readLogin(what)); });
}

Pending sendCardLogin(Server& server, std::string request,
                      std::function<void(LoginAnswer)> answer) {
  return server.send(
      {.method = HttpMethod::post, .path = "/v1/card-sessions", .json = std::move(request)},
      [answer = std::move(answer)](const HttpAnswer& what) {
        LoginAnswer read = readLogin(what);
        if (read.failure == FailureCode::loginRefused) {
          read.failure = FailureCode::cardNotOfAccount;
        }
        answer(std::move(read));
      });
}

FailureCode failureAfter(Session::Ended why) {
  switch (why) {
    case Session::Ended::loggedOut:
      return FailureCode::none;
    case Session::Ended::elsewhere:
      return FailureCode::sessionReplaced;
    case Session::Ended::idle:
    case Session::Ended::refused:
      break;
  }
  return FailureCode::sessionEnded;
}

LinkAnswer readLinkAnswer(const HttpAnswer& answer) {
  constexpr long kAccepted = 202;
  LinkAnswer read{.failure = failureUnless(kAccepted, answer)};
  if (read.failure == FailureCode::formRefused) {
    read.errors = protocol::refusalFromJson(answer.body)->fields;
  }
  return read;
}

Pending askForLink(Server& server, const QString& id, const QString& email,
                   std::function<void(LinkAnswer)> answer) {
  const nlohmann::json json = {{"authenticationId", id.toStdString()},
                               {"email", email.toStdString()}};
  return server.send(
      {.method = HttpMethod::post, .path = "/v1/password-links", .json = json.dump()},
      [answer = std::move(answer)](const HttpAnswer& what) { answer(readLinkAnswer(what)); });
}

}  // namespace madoguchi::app
