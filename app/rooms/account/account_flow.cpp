#include "app/rooms/account/account_flow.h"

#include "app/core/room_names.h"
#include "app/form/form_model.h"
#include "forms/engine/japan_day.h"

namespace madoguchi::app {

AccountFlow::AccountFlow(const AccountUses& uses, QObject* parent)
    : Journey(parent), m_uses(uses), m_welcome(uses.session.welcome()) {
  connect(&uses.session, &Session::ended, this, &AccountFlow::onEnded);
}

AccountFlow::~AccountFlow() = default;

Place AccountFlow::place() const {
  return {.page = m_page == AccountPage::menu ? QStringLiteral("menu")
                                              : QStringLiteral("userInformation"),
          .offersWayBack = true};
}

void AccountFlow::go(AccountPage page) {
  m_page = page;
  emit placeChanged();
}

void AccountFlow::showInformation() {
  askAgain();
  go(AccountPage::information);
}

void AccountFlow::askAgain() {
  m_failure = FailureCode::none;
  m_information.reset();
  emit informationChanged();
  m_asking = askAccount(m_uses.server, [this](const AccountAnswer& answer) { onAccount(answer); });
}

void AccountFlow::onAccount(const AccountAnswer& answer) {
  m_failure = answer.failure;
  if (m_failure == FailureCode::none) {
    m_entrance = answer.entrance;
    m_information =
        std::make_unique<FormModel>(forms::registrationForm(), [entrance = answer.entrance] {
          const auto now = std::chrono::system_clock::now();
          return forms::registrationFacts(
              entrance, forms::dayInJapan(std::chrono::floor<std::chrono::seconds>(now)));
        });
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

bool AccountFlow::back() {
  if (m_page == AccountPage::menu) {
    return false;
  }
  m_asking.drop();
  m_information.reset();
  go(AccountPage::menu);
  return true;
}

void AccountFlow::leave() {
  disconnect(&m_uses.session, nullptr, this, nullptr);
  m_asking.drop();
  m_information.reset();
}

void AccountFlow::uncover() {
  if (!m_uses.session.isOpen()) {
    emit ended(Door{kHomeRoom});  // the person has left the login
  } else if (m_uses.session.welcome().authenticationId != m_welcome.authenticationId) {
    emit ended(Door{kAccountRoom});
  } else if (m_page == AccountPage::information && m_information == nullptr) {
    askAgain();  // what was asked when the session ended
  }
}

}  // namespace madoguchi::app
