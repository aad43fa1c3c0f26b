#pragma once

#include <QString>
#include <functional>
#include <string>
#include <vector>

#include "app/core/failure_code.h"
#include "app/core/pending.h"
#include "app/core/session.h"
#include "app/server/login.h"
#include "protocol/field_error.h"

namespace madoguchi::app {

class Server;
struct HttpAnswer;

/// `request` is that of cardLoginRequest(). A card that is not the account's is cardNotOfAccount.
Pending sendCardLogin(Server& server, std::string request, std::function<void(LoginAnswer)> answer);

/// Why somebody is asked to log in again.
FailureCode failureAfter(Session::Ended why);

struct LinkAnswer {
  FailureCode failure = FailureCode::none;
  std::vector<protocol::FieldError> errors = {};  ///< of "authenticationId" and "email"
};
/// Asks for a mail with a link that sets a new password. The answer does not tell whether ID and
/// address belong together.
Pending askForLink(Server& server, const QString& id, const QString& email,
                   std::function<void(LinkAnswer)> answer);

LinkAnswer readLinkAnswer(const HttpAnswer& answer);

}  // namespace madoguchi::app
