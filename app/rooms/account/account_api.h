#pragma once

#include <functional>
#include <optional>

#include "app/core/failure_code.h"
#include "app/core/pending.h"
#include "forms/engine/answers.h"
#include "forms/registration/registration_form.h"

namespace madoguchi::app {

class Server;
struct HttpAnswer;

/// What the service has of who is logged in.
struct AccountAnswer {
  FailureCode failure = FailureCode::none;
  forms::Entrance entrance = forms::Entrance::cardHolder;
  forms::Answers answers = {};  ///< to the registration form
};
Pending askAccount(Server& server, std::function<void(AccountAnswer)> answer);

AccountAnswer readAccount(const HttpAnswer& answer);

}  // namespace madoguchi::app
