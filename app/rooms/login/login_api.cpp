#include "app/rooms/login/login_api.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "app/server/answers.h"
#include "app/server/server.h"

namespace madoguchi::app {

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
