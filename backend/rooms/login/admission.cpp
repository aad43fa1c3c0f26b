#include "backend/rooms/login/admission.h"

#include <algorithm>
#include <array>
#include <utility>

#include "backend/accounts/password_age.h"
#include "backend/core/token.h"
#include "backend/mail/bounce.h"
#include "forms/engine/answers_json.h"
#include "forms/registration/registration_form.h"

namespace madoguchi::backend {

using protocol::Reason;

namespace {

/// What may stand in accounts.status besides kActive, and what its owner is told.
constexpr std::array<std::pair<std::string_view, Reason>, 4> kStates = {
    {{kSuspended, Reason::accountSuspended},
     {kDeleted, Reason::accountDeleted},
     {kExpired, Reason::accountExpired},
     {kInvalid, Reason::accountInvalid}}};

std::string nameIn(const std::string& form) {
  const auto answers = forms::answersFrom(forms::registrationForm(), form);
  return answers ? valueAt(*answers, forms::topField("name")) : std::string();
}

}  // namespace

std::optional<Seconds> passwordEnd(const LoginAccount& account) {
  return account.passwordSetAt ? std::optional(endOfPassword(*account.passwordSetAt))
                               : std::nullopt;
}

std::optional<Reason> obstacleOf(std::string_view status) {
  if (status == kActive) {
    return std::nullopt;
  }
  const auto* state =
      std::ranges::find(kStates, status, &std::pair<std::string_view, Reason>::first);
  return state != kStates.end() ? state->second : Reason::accountInvalid;
}

bool seesUserInformationOnly(std::string_view userClass) { return userClass == "coeByEmail"; }

Welcome admit(Transaction& transaction, const LoginAccount& account, std::string_view event,
              std::string_view subscriber, Seconds now) {
  Welcome welcome{.token = makeToken(),
                  .userName = nameIn(account.form),
                  .userClass = account.userClass,
                  .lastLogin = account.lastLogin,
                  .passwordExpiresAt = passwordEnd(account),
                  .userInformationOnly = seesUserInformationOnly(account.userClass),
                  .mailsComeBack = comesBack(transaction, account.email)};
  addSession(transaction, account.id, welcome.token, now);
  noteSecurityEvent(transaction, account.id, event, subscriber, now);
  return welcome;
}

}  // namespace madoguchi::backend
