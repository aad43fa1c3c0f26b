#include "app/rooms/account/account_api.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "app/server/answers.h"
#include "app/server/server.h"
#include "forms/engine/answers_json.h"
#include "protocol/strict_json.h"

namespace madoguchi::app {

AccountAnswer readAccount(const HttpAnswer& answer) {
  constexpr long kFound = 200;
  if (const FailureCode failure = failureUnless(kFound, answer); failure != FailureCode::none) {
    return {.failure = failure};
  }
  const auto json = jsonObjectOf(answer);
  const auto form = json ? json->value("form", nlohmann::json()) : nlohmann::json();
  auto answers = forms::answersFrom(forms::registrationForm(), form.dump());
  AccountAnswer read;
  if (!answers || !forms::fromString(protocol::stringMember(*json, "entrance"), read.entrance)) {
    return {.failure = FailureCode::serverAnswer};
  }
  read.answers = std::move(*answers);
  return read;
}

Pending askAccount(Server& server, std::function<void(AccountAnswer)> answer) {
  return server.send({.path = "/v1/account"}, [answer = std::move(answer)](const HttpAnswer& what) {
    answer(readAccount(what));
  });
}

}  // namespace madoguchi::app
