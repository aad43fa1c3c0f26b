#include "app/server/login.h"

#include <QDateTime>
#include <algorithm>
#include <array>
#include <chrono>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <utility>

#include "app/core/account_password.h"
#include "app/server/answers.h"
#include "app/server/server.h"
#include "protocol/ascii.h"
#include "protocol/strict_json.h"

namespace madoguchi::app {
namespace {

constexpr long kSessionCreated = 201;

std::string credentials(const QString& id, const card::SecretBuffer& password) {
  const std::array secrets{NamedSecret{"password", password}};
  return jsonWithSecrets(R"({"authenticationId":)" + nlohmann::json(id.toStdString()).dump(),
                         secrets);
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
  // It will stand in a line of each request's head.
  if (token.empty() || !std::ranges::all_of(token, protocol::isBase64Url) ||
      !read.token.append(
          std::span(reinterpret_cast<const std::uint8_t*>(token.data()), token.size()))) {
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
  read.welcome.cardEnded = json->value("cardEnded", nlohmann::json()) == true;
  read.welcome.mailsComeBack = json->value("mailsComeBack", nlohmann::json()) == true;
  return read;
}

Pending sendLogin(Server& server, const QString& id, const card::SecretBuffer& password,
                  std::function<void(LoginAnswer)> answer) {
  return server.send(
      {.method = HttpMethod::post, .path = "/v1/sessions", .json = credentials(id, password)},
      [answer = std::move(answer)](const HttpAnswer& what) { answer(readLogin(what)); });
}

}  // namespace madoguchi::app
