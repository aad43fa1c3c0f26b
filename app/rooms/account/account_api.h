#pragma once

#include <QString>
#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/core/failure_code.h"
#include "app/core/pending.h"
#include "forms/engine/answers.h"
#include "forms/registration/registration_form.h"
#include "protocol/field_error.h"
#include "protocol/login_record.h"

namespace madoguchi::app {

class Server;
struct HttpAnswer;

/// An e-mail address that takes the place of the old one when the link of a mail to it was opened.
struct AwaitedEmail {
  QString address;
  std::optional<std::chrono::sys_seconds> until = {};  ///< none: the service says no such time
};

/// What the service has of who is logged in.
struct AccountAnswer {
  FailureCode failure = FailureCode::none;
  forms::Entrance entrance = forms::Entrance::cardHolder;
  forms::Answers answers = {};  ///< to the registration form
  std::optional<AwaitedEmail> newEmail = std::nullopt;
  bool mailsComeBack = false;  ///< from the registered address
};
Pending askAccount(Server& server, std::function<void(AccountAnswer)> answer);

AccountAnswer readAccount(const HttpAnswer& answer);

/// Somebody logged in to the account, or tried to.
struct PastLogin {
  std::chrono::sys_seconds at{};
  protocol::LoginResult result = protocol::LoginResult::refused;
  std::optional<protocol::LoginWay> way = std::nullopt;
  QString network;    ///< as coarse as the service says it
  bool here = false;  ///< from where the person is now
};
struct LoginsAnswer {
  FailureCode failure = FailureCode::none;
  std::vector<PastLogin> logins = {};  ///< newest first
};
Pending askLogins(Server& server, std::function<void(LoginsAnswer)> answer);

LoginsAnswer readLogins(const HttpAnswer& answer);

struct ChangeAnswer {
  FailureCode failure = FailureCode::none;
  /// Of formRefused: that above the form, and what is wrong in it.
  QString summaryCode = {};
  std::vector<protocol::FieldError> errors = {};
  /// Otherwise: fields of the registration that are new from now on.
  std::vector<std::string> changed = {};
  std::optional<AwaitedEmail> newEmail = std::nullopt;
};
/// `form` is canonical JSON of forms::informationChangeForm(). The same key with the same form is
/// answered the same again.
Pending sendChange(Server& server, const std::string& key, std::string form,
                   std::function<void(ChangeAnswer)> answer);

ChangeAnswer readChange(const HttpAnswer& answer);

}  // namespace madoguchi::app
