#include "app/rooms/login/login_flow.h"

#include <utility>

#include "app/core/idle_clock.h"
#include "app/core/room_names.h"
#include "protocol/ascii.h"
#include "protocol/authentication_id.h"
#include "protocol/password_rules.h"

namespace madoguchi::app {
namespace {

constexpr auto kMissing = "WZBAM001E";
constexpr auto kNotRight = "WZBAM005E";

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

}  // namespace

std::optional<char> passwordCharacter(char typed) {
  const bool may = protocol::isLetterOrDigit(typed) ||
                   protocol::kPasswordSymbols.find(typed) != std::string_view::npos;
  return may ? std::optional(typed) : std::nullopt;
}

int longestPassword() { return static_cast<int>(protocol::kLongestPassword); }

LoginFlow::LoginFlow(const LoginUses& uses, const std::string& door, QObject* parent)
    : Journey(parent), m_uses(uses), m_again(door == kLoginAgain) {
  if (m_again) {
    m_failure = failureAfter(uses.session.lastEnd());
  }
}

Place LoginFlow::place() const { return {.page = QStringLiteral("login"), .offersWayBack = true}; }

void LoginFlow::setAuthenticationId(const QString& typed) {
  m_id = typed;
  if (!std::exchange(m_idError, {}).isEmpty()) {
    emit changed();
  }
}

void LoginFlow::repairAuthenticationId() {
  const auto repaired =
      QString::fromStdString(protocol::repairedAuthenticationId(m_id.toStdString()));
  if (std::exchange(m_id, repaired) != repaired) {
    emit changed();
  }
}

void LoginFlow::notePasswordTyped() {
  if (!std::exchange(m_passwordError, {}).isEmpty()) {
    emit changed();
  }
}

bool LoginFlow::check(const card::SecretBuffer& password) {
  if (m_id.isEmpty()) {
    m_idError = kMissing;
  } else {
    m_idError = protocol::isAuthenticationId(m_id.toStdString()) ? "" : kNotRight;
  }
  if (password.empty()) {
    m_passwordError = kMissing;
  } else {
    // What is shorter is nobody's, and would be counted as a failure.
    m_passwordError = password.size() < protocol::kShortestPassword ? kNotRight : "";
  }
  return m_idError.isEmpty() && m_passwordError.isEmpty();
}

void LoginFlow::logIn(card::SecretBuffer password) {
  if (m_isAsking) {
    return;
  }
  repairAuthenticationId();
  m_failure = FailureCode::none;
  if (!check(password)) {
    emit changed();
    emit failed();
    return;
  }
  m_isAsking = true;
  emit changed();
  m_asking = sendLogin(m_uses.server, m_id, password,
                       [this](LoginAnswer answer) { onAnswer(std::move(answer)); });
}

void LoginFlow::onAnswer(LoginAnswer answer) {
  m_isAsking = false;
  m_failure = answer.failure;
  if (m_failure != FailureCode::none) {
    emit changed();
    emit failed();
    return;
  }
  answer.welcome.authenticationId = m_id;
  m_uses.session.open(std::move(answer.token), std::move(answer.welcome));
  emit ended(m_again ? std::nullopt : std::optional(Door{kAccountRoom}));
}

Pending LoginFlow::afterSecretLifetime(std::function<void()> act) {
  return m_uses.idle.after(m_uses.secretLifetime, std::move(act));
}

void LoginFlow::leave() {
  m_asking.drop();
  m_isAsking = false;
  m_id.clear();
}

}  // namespace madoguchi::app
