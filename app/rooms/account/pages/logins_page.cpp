#include "app/rooms/account/pages/logins_page.h"

#include <QVBoxLayout>

#include "app/kit/check_row.h"
#include "app/kit/failure_panel.h"
#include "app/kit/texts.h"
#include "app/rooms/account/account_flow.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {
namespace {

QString resultOf(const PastLogin& login) {
  switch (login.result) {
    case protocol::LoginResult::loggedIn:
      break;
    case protocol::LoginResult::refused:
      return qtTrId("logins.refused");
    case protocol::LoginResult::locked:
      return qtTrId("logins.locked");
  }
  if (!login.way) return qtTrId("logins.loggedIn");
  return *login.way == protocol::LoginWay::card ? qtTrId("logins.loggedIn.card")
                                                : qtTrId("logins.loggedIn.password");
}

CheckSign signOf(const PastLogin& login) {
  return login.result == protocol::LoginResult::loggedIn ? CheckSign::good : CheckSign::notice;
}

CheckTexts textsOf(const PastLogin& login) {
  const QString where =
      login.here ? qtTrId("logins.here") : qtTrId("logins.network").arg(login.network);
  return {.title = writtenTime(timeInJapan(login.at)),
          .verdict = resultOf(login),
          .text = resultOf(login),
          .details = {RubyText::fromMarkup(where)}};
}

}  // namespace

LoginsPage::LoginsPage(AccountFlow& flow, QWidget* parent)
    : PageWidget(
          QStringLiteral("logins"), [] { return qtTrId("logins.title"); }, parent),
      m_flow(flow) {
  m_failure = new FailurePanel(named(QStringLiteral("failure")), this);
  RubyButton* again = m_failure->addWay(named(QStringLiteral("again")), RubyButton::Kind::primary);
  speak(*again, [again] { again->setMarkup(qtTrId("way.again")); });
  connect(again, &RubyButton::clicked, &flow, &AccountFlow::askAgain);
  column()->addWidget(m_failure);
  addText([] { return withHelpDesk(qtTrId("logins.intro")); });
  m_asking = addText([] { return qtTrId("information.asking"); });
  m_none = addText([] { return qtTrId("logins.none"); });
  m_none->setObjectName(named(QStringLiteral("none")));
  m_place = new QVBoxLayout;
  column()->addLayout(m_place);
  column()->addStretch();
  connect(&flow, &AccountFlow::loginsChanged, this, &LoginsPage::showState);
  speak(*this, [this] { sayLogins(); });
  showState();
}

void LoginsPage::showState() {
  const bool failed = m_flow.failure() != FailureCode::none;
  if (m_failure->setFailure(m_flow.failure())) m_failure->present();
  m_asking->setVisible(!m_flow.logins() && !failed);
  m_none->setVisible(m_flow.logins() && m_flow.logins()->empty());
  const std::size_t count = m_flow.logins() ? m_flow.logins()->size() : 0;
  while (m_rows.size() < count) {
    m_rows.push_back(new CheckRow(named(QStringLiteral("row%1").arg(m_rows.size() + 1)), this));
    m_place->addWidget(m_rows.back());
  }
  for (std::size_t i = 0; i < m_rows.size(); ++i) m_rows[i]->setVisible(i < count);
  sayLogins();
}

void LoginsPage::sayLogins() {
  if (!m_flow.logins()) return;
  for (std::size_t i = 0; i < m_rows.size() && i < m_flow.logins()->size(); ++i) {
    const PastLogin& login = m_flow.logins()->at(i);
    m_rows[i]->setCheck(signOf(login), textsOf(login));
  }
}

}  // namespace madoguchi::app
