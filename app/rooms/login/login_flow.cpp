#include "app/rooms/login/login_flow.h"

#include <utility>

#include "app/core/idle_clock.h"
#include "app/core/room_names.h"
#include "protocol/password_rules.h"

namespace madoguchi::app {

LoginFlow::LoginFlow(const LoginUses& uses, const std::string& door, QObject* parent)
    : Journey(parent),
      m_uses(uses),
      m_withoutCard(door.starts_with(kLoginWithoutCard)),
      m_isOver(m_withoutCard || door == kLoginAgain) {
  if (m_withoutCard) {
    m_id.type(QString::fromStdString(door).section(u' ', 1));
  } else if (m_isOver) {
    m_failure = failureAfter(uses.session.lastEnd());
  }
}

const QStringList& LoginFlow::pageNames() {
  static const QStringList kNames = {QStringLiteral("login")};
  return kNames;
}

Place LoginFlow::place() const { return {.page = pageNames().front(), .offersWayBack = true}; }

void LoginFlow::setAuthenticationId(const QString& typed) {
  if (m_id.type(typed)) {
    emit changed();
  }
}

void LoginFlow::repairAuthenticationId() {
  if (m_id.repair()) {
    emit changed();
  }
}

void LoginFlow::notePasswordTyped() {
  if (!std::exchange(m_passwordError, {}).isEmpty()) {
    emit changed();
  }
}

bool LoginFlow::check(const card::SecretBuffer& password) {
  const bool goodId = m_id.check();
  if (password.empty()) {
    m_passwordError = kMissingAnswer;
  } else {
    // What is shorter is nobody's, and would be counted as a failure.
    m_passwordError = password.size() < protocol::kShortestPassword ? kWrongAnswer : "";
  }
  return goodId && m_passwordError.isEmpty();
}

void LoginFlow::logIn(card::SecretBuffer password) {
  if (m_isAsking) {
    return;
  }
  repairAuthenticationId();
  m_failure = FailureCode::none;
  // What was said of a link is not of this.
  m_linkIsOnItsWay = false;
  m_emailError.clear();
  if (!check(password)) {
    emit changed();
    emit failed();
    return;
  }
  m_isAsking = true;
  emit changed();
  m_asking = sendLogin(m_uses.server, m_id.text(), password,
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
  answer.welcome.authenticationId = m_id.text();
  m_uses.session.open(std::move(answer.token), std::move(answer.welcome));
  goOn();
}

void LoginFlow::goOn() { emit ended(m_isOver ? std::nullopt : std::optional(Door{kAccountRoom})); }

void LoginFlow::setEmail(const QString& typed) {
  m_email = typed;
  m_linkIsOnItsWay = false;
  if (!std::exchange(m_emailError, {}).isEmpty()) {
    emit changed();
  }
}

void LoginFlow::requestLink() {
  if (m_isAsking) {
    return;
  }
  repairAuthenticationId();
  m_failure = FailureCode::none;
  m_passwordError.clear();
  // What is no ID at all is answered like any other.
  m_id.setError(m_id.text().isEmpty() ? kMissingAnswer : "");
  m_emailError = m_email.trimmed().isEmpty() ? kMissingAnswer : "";
  m_linkIsOnItsWay = false;
  if (!m_id.error().isEmpty() || !m_emailError.isEmpty()) {
    emit changed();
    emit failed();
    return;
  }
  m_isAsking = true;
  emit changed();
  m_asking = askForLink(m_uses.server, m_id.text(), m_email.trimmed(),
                        [this](const LinkAnswer& answer) { onLink(answer); });
}

void LoginFlow::onLink(const LinkAnswer& answer) {
  m_isAsking = false;
  for (const protocol::FieldError& error : answer.errors) {
    const auto code = QString::fromStdString(error.code);
    if (error.field == "email") {
      m_emailError = code;
    } else {
      m_id.setError(code);
    }
  }
  m_linkIsOnItsWay = answer.failure == FailureCode::none;
  // What is said at the fields is not said once more above them.
  m_failure = answer.errors.empty() ? answer.failure : FailureCode::none;
  emit changed();
  if (!m_linkIsOnItsWay) {
    emit failed();
  }
}

void LoginFlow::setNewPassword() { emit needs({kPasswordRoom, m_id.text().toStdString()}); }

void LoginFlow::cover() {
  // A late answer would end the room that is over this one, with what is typed there.
  m_asking.drop();
  m_isAsking = false;
  m_failure = FailureCode::none;
  m_sessionBefore = m_uses.session.number();
}

void LoginFlow::uncover() {
  if (m_uses.session.number() == m_sessionBefore) {
    return;
  }
  // The room over this one has let them in.
  if (m_uses.session.isOpen()) {
    goOn();
  } else if (m_uses.session.lastEnd() == Session::Ended::loggedOut) {
    emit ended(std::nullopt);
  } else {
    m_failure = failureAfter(m_uses.session.lastEnd());
  }
}

Pending LoginFlow::afterSecretLifetime(std::function<void()> act) {
  return m_uses.idle.after(m_uses.secretLifetime, std::move(act));
}

void LoginFlow::leave() {
  m_asking.drop();
  m_isAsking = false;
  m_id.clear();
  m_email.clear();
}

}  // namespace madoguchi::app
