#pragma once

#include <QString>
#include <functional>

#include "app/core/failure_code.h"
#include "app/core/pending.h"
#include "app/core/session.h"

namespace madoguchi::app {

class Server;
struct HttpAnswer;

struct LoginAnswer {
  FailureCode failure = FailureCode::none;
  card::SecretBuffer token{};  ///< where nothing failed
  Session::Welcome welcome = {};
};
/// `id` is repaired. Every character of the password is one that passwordCharacter() gives.
Pending sendLogin(Server& server, const QString& id, const card::SecretBuffer& password,
                  std::function<void(LoginAnswer)> answer);

/// What the service says to who logs in, in whichever way.
LoginAnswer readLogin(const HttpAnswer& answer);

}  // namespace madoguchi::app
