#include "app/rooms/account/account_flow.h"

#include "app/core/room_names.h"
#include "app/form/form_model.h"
#include "app/rooms/account/information_change.h"

namespace madoguchi::app {

AccountFlow::AccountFlow(const AccountUses& uses, QObject* parent)
    : Journey(parent),
      m_uses(uses),
      m_welcome(uses.session.welcome()),
      m_mailsComeBack(m_welcome.mailsComeBack) {
  connect(&uses.session, &Session::ended, this, &AccountFlow::onEnded);
}

AccountFlow::~AccountFlow() = default;

const QStringList& AccountFlow::pageNames() {
  static const QStringList kNames = {QStringLiteral("menu"),
                                     QStringLiteral("userInformation"),
                                     QStringLiteral("informationChange"),
                                     QStringLiteral("informationReview"),
                                     QStringLiteral("informationChanged"),
                                     QStringLiteral("logins")};
  return kNames;
}

Place AccountFlow::place() const {
  return {.page = pageNames().at(static_cast<qsizetype>(m_page)), .offersWayBack = true};
}

void AccountFlow::go(AccountPage page) {
  m_page = page;
  emit placeChanged();
}

void AccountFlow::showInformation() {
  askAgain();
  go(AccountPage::information);
}

void AccountFlow::showLogins() {
  askForLogins();
  go(AccountPage::logins);
}

void AccountFlow::askForLogins() {
  m_failure = FailureCode::none;
  m_logins.reset();
  emit loginsChanged();
  m_asking = askLogins(m_uses.server, [this](LoginsAnswer answer) {
    m_failure = answer.failure;
    if (m_failure == FailureCode::none) {
      m_logins = std::move(answer.logins);
    }
    emit loginsChanged();
  });
}

void AccountFlow::askAgain() {
  if (m_page == AccountPage::logins) {
    askForLogins();
    return;
  }
  m_failure = FailureCode::none;
  m_information.reset();
  emit informationChanged();
  m_asking = askAccount(m_uses.server, [this](const AccountAnswer& answer) { onAccount(answer); });
}

void AccountFlow::onAccount(const AccountAnswer& answer) {
  m_failure = answer.failure;
  if (m_failure == FailureCode::none) {
    m_entrance = answer.entrance;
    m_newEmail = answer.newEmail;
    m_mailsComeBack = answer.mailsComeBack && !answer.newEmail;
    m_information = std::make_unique<FormModel>(
        forms::registrationForm(), [entrance = answer.entrance] { return accountFacts(entrance); });
    m_information->fill(answer.answers, ValueOrigin::account);
  }
  emit informationChanged();
}

void AccountFlow::onEnded(Session::Ended why) {
  if (why == Session::Ended::loggedOut) {
    emit ended(Door{kHomeRoom});
  } else {
    emit needs({kLoginRoom, kLoginAgain});
  }
}

void AccountFlow::beginChange(const forms::FieldPath& first) {
  if (m_change == nullptr || m_change->isDone()) {
    m_change =
        std::make_unique<InformationChange>(m_uses.server, m_entrance, m_information->answers());
    connect(m_change.get(), &InformationChange::answered, this, &AccountFlow::onChangeAnswered);
  }
  m_first = first;
  go(AccountPage::change);
}

void AccountFlow::reviewChange() {
  if (m_change->check()) {
    go(AccountPage::review);
  }
}

void AccountFlow::onChangeAnswered() {
  if (m_change->isDone()) {
    go(AccountPage::changed);
  } else if (m_change->failure() == FailureCode::formRefused) {
    go(AccountPage::change);
  }
}

bool AccountFlow::wouldLoseSomething() const {
  return m_change != nullptr && !m_change->isDone() && !m_change->form().isEmpty();
}

bool AccountFlow::isSending() const { return m_change != nullptr && m_change->isAsking(); }

bool AccountFlow::mayHaveArrived() const {
  return m_change != nullptr && m_change->mayHaveArrived();
}

bool AccountFlow::back() {
  switch (m_page) {
    case AccountPage::menu:
      return false;
    case AccountPage::logins:
      m_asking.drop();
      m_logins.reset();
      go(AccountPage::menu);
      return true;
    case AccountPage::information:
      m_asking.drop();
      m_information.reset();
      go(AccountPage::menu);
      return true;
    case AccountPage::change:
      go(AccountPage::information);
      return true;
    case AccountPage::review:
      m_change->callOff();
      go(AccountPage::change);
      return true;
    case AccountPage::changed:
      showInformation();
      return true;
  }
  return false;
}

void AccountFlow::leave() {
  disconnect(&m_uses.session, nullptr, this, nullptr);
  m_asking.drop();
  m_information.reset();
  m_logins.reset();
  if (m_change != nullptr) {
    m_change->callOff();
    m_change->form().clear();
  }
}

void AccountFlow::cover() {
  if (m_change != nullptr) {
    m_change->callOff();
  }
}

void AccountFlow::uncover() {
  if (!m_uses.session.isOpen()) {
    emit ended(Door{kHomeRoom});  // the person has left the login
  } else if (m_uses.session.welcome().authenticationId != m_welcome.authenticationId) {
    emit ended(Door{kAccountRoom});
  } else if ((m_page == AccountPage::information && m_information == nullptr) ||
             (m_page == AccountPage::logins && !m_logins)) {
    askAgain();  // what was asked when the session ended
  }
}

}  // namespace madoguchi::app
