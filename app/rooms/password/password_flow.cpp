#include "app/rooms/password/password_flow.h"

#include <QUuid>
#include <utility>

#include "app/core/account_password.h"
#include "app/core/idle_clock.h"
#include "app/core/password_link.h"
#include "app/core/room_names.h"
#include "app/server/server.h"

namespace madoguchi::app {
namespace {

constexpr auto kMissing = "WZBAM001E";
constexpr auto kWrong = "WZBAM005E";
constexpr auto kDiffer = "WZBAM162E";
constexpr auto kDifferByLink = "WZBAM160E";

PasswordField fieldCalled(const std::string& name) {
  if (name == "currentPassword") {
    return PasswordField::current;
  }
  return name == "passwordConfirmation" ? PasswordField::confirmation : PasswordField::chosen;
}

}  // namespace

PasswordFlow::PasswordFlow(const PasswordUses& uses, PasswordTask task, const std::string& of,
                           QObject* parent)
    : Journey(parent),
      m_uses(uses),
      m_task(task),
      m_expiredId(task == PasswordTask::expired ? QString::fromStdString(of) : QString()),
      m_owner(task == PasswordTask::change ? uses.session.welcome().authenticationId : QString()),
      m_link(task == PasswordTask::byLink ? QString::fromStdString(of) : QString()) {
  if (task != PasswordTask::byLink) {
    connect(&uses.session, &Session::ended, this, &PasswordFlow::onEnded);
  }
}

const QStringList& PasswordFlow::pageNames() {
  static const QStringList kNames = {QStringLiteral("passwordChange"),
                                     QStringLiteral("passwordLink"),
                                     QStringLiteral("passwordDone")};
  return kNames;
}

Place PasswordFlow::place() const {
  enum class Name : std::uint8_t { change, link, done };
  const Name asked = m_task == PasswordTask::byLink ? Name::link : Name::change;
  const Name page = m_done ? Name::done : asked;
  return {.page = pageNames().at(static_cast<qsizetype>(page)), .offersWayBack = true};
}

QString PasswordFlow::error(PasswordField field) const {
  const auto found = m_errors.find(field);
  return found != m_errors.end() ? found->second : QString();
}

void PasswordFlow::noteTyped(PasswordField field) {
  m_key.clear();
  if (m_errors.erase(field) > 0) {
    emit changed();
  }
}

void PasswordFlow::take(const std::vector<protocol::FieldError>& errors) {
  for (const protocol::FieldError& error : errors) {
    m_errors.emplace(fieldCalled(error.field), QString::fromStdString(error.code));
  }
}

void PasswordFlow::judge(const TypedPasswords& typed) {
  m_errors.clear();
  if (m_task == PasswordTask::byLink) {
    const auto token = passwordLinkToken(m_link, m_uses.server.origin());
    m_token = token.value_or("");
    if (!token) {
      m_errors.emplace(PasswordField::link, m_link.trimmed().isEmpty() ? kMissing : kWrong);
    }
    take(chosenPasswordErrors(typed.password, typed.confirmation, kDifferByLink));
    return;
  }
  if (typed.current.empty()) {
    m_errors.emplace(PasswordField::current, kMissing);
  }
  take(chosenPasswordErrors(typed.password, typed.confirmation, kDiffer));
  if (!typed.current.empty() && areSame(typed.current, typed.password)) {
    m_errors.emplace(PasswordField::chosen, kPasswordNotNew);
  }
}

void PasswordFlow::change(TypedPasswords typed) {
  if (m_isAsking) {
    return;
  }
  m_failure = FailureCode::none;
  m_linkIsOnItsWay = false;
  judge(typed);
  if (!m_errors.empty()) {
    emit changed();
    emit failed();
    return;
  }
  send(std::move(typed));
}

void PasswordFlow::send(TypedPasswords typed) {
  if (m_key.empty()) {
    m_key = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
  }
  m_isAsking = true;
  emit changed();
  if (m_task == PasswordTask::byLink) {
    m_asking = setPasswordByLink(m_uses.server, m_token, typed, m_key,
                                 [this](const LinkedPasswordAnswer& answer) {
                                   m_wasFirst = answer.isFirst;
                                   onAnswer(answer.password);
                                 });
    return;
  }
  m_asking = changePassword(m_uses.server, m_expiredId, typed, m_key,
                            [this](const PasswordAnswer& answer) { onAnswer(answer); });
  if (m_task == PasswordTask::expired) {
    m_toLogInWith = std::move(typed.password);
  }
}

void PasswordFlow::logIn() {
  m_asking =
      sendLogin(m_uses.server, m_expiredId, std::exchange(m_toLogInWith, card::SecretBuffer()),
                [this](LoginAnswer answer) { onLogin(std::move(answer)); });
}

void PasswordFlow::onLogin(LoginAnswer answer) {
  m_isAsking = false;
  m_done = true;
  // Otherwise they log in themselves, and are told there what stands in the way.
  if (answer.failure == FailureCode::none) {
    answer.welcome.authenticationId = m_expiredId;
    m_uses.session.open(std::move(answer.token), std::move(answer.welcome));
  }
  emit placeChanged();
}

void PasswordFlow::onAnswer(const PasswordAnswer& answer) {
  if (!m_isAsking) {
    return;  // it has ended the session, which comes first
  }
  if (answer.failure == FailureCode::none && m_task == PasswordTask::expired) {
    logIn();
    return;
  }
  m_isAsking = false;
  m_toLogInWith.clear();
  if (answer.failure == FailureCode::none) {
    m_done = true;
    emit placeChanged();
    return;
  }
  take(answer.errors);
  // What is said at the fields is not said once more above them.
  fail(m_errors.empty() ? answer.failure : FailureCode::none);
}

void PasswordFlow::fail(FailureCode failure) {
  m_failure = failure;
  emit changed();
  emit failed();
}

void PasswordFlow::setLink(const QString& typed) {
  if (std::exchange(m_link, typed) != typed) {
    m_failure = FailureCode::none;
    noteTyped(PasswordField::link);
    emit changed();
  }
}

void PasswordFlow::renewLink() {
  if (m_isAsking) {
    return;
  }
  m_isAsking = true;
  m_asking = madoguchi::app::renewLink(m_uses.server, m_token, [this](FailureCode failure) {
    m_isAsking = false;
    if (failure != FailureCode::none) {
      fail(failure);
      return;
    }
    m_failure = FailureCode::none;
    m_linkIsOnItsWay = true;
    m_link.clear();
    emit changed();
  });
  emit changed();
}

void PasswordFlow::finish() { emit ended(std::nullopt); }

Pending PasswordFlow::afterSecretLifetime(std::function<void()> act) {
  return m_uses.idle.after(m_uses.secretLifetime, std::move(act));
}

void PasswordFlow::onEnded(Session::Ended why) {
  if (m_task == PasswordTask::expired) {
    emit ended(std::nullopt);  // to the login, which knows what then
    return;
  }
  // Who logs out is led out by the room under this one.
  if (why != Session::Ended::loggedOut) {
    emit needs({kLoginRoom, kLoginAgain});
  }
}

void PasswordFlow::callOff() {
  m_asking.drop();
  m_isAsking = false;
  m_toLogInWith.clear();
  m_key.clear();
}

void PasswordFlow::leave() {
  disconnect(&m_uses.session, nullptr, this, nullptr);
  callOff();
  m_link.clear();
  m_token.clear();
}

void PasswordFlow::cover() {
  callOff();
  m_errors.clear();
  m_failure = FailureCode::none;
}

void PasswordFlow::uncover() {
  const bool isOwner =
      m_uses.session.isOpen() && m_uses.session.welcome().authenticationId == m_owner;
  if (m_task == PasswordTask::change && !isOwner) {
    emit ended(std::nullopt);  // the room under this one knows what then
  }
}

}  // namespace madoguchi::app
