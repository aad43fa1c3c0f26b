#include "app/rooms/login/pages/card_login_page.h"

#include <QVBoxLayout>

#include "app/kit/card_checks.h"
#include "app/kit/card_notice.h"
#include "app/kit/failure_panel.h"
#include "app/kit/line_entry.h"
#include "app/rooms/login/card_login_flow.h"
#include "app/rooms/login/pages/forgotten_id_page.h"
#include "app/rooms/login/pages/way_without_card.h"
#include "app/widgets/accessibility.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

CardLoginPage::CardLoginPage(CardLoginFlow& flow, QWidget* parent)
    : PageWidget(
          QStringLiteral("cardLogin"), [] { return qtTrId("cardLogin.title"); }, parent),
      m_flow(flow) {
  m_failure = new FailurePanel(named(QStringLiteral("failure")), this);
  column()->addWidget(m_failure);
  RubyButton* renew =
      m_failure->addWay(named(QStringLiteral("renew")), RubyButton::Kind::secondary);
  speak(*renew, [renew] { renew->setMarkup(qtTrId("cardLogin.renewed")); });
  connect(renew, &RubyButton::clicked, this, [this] { m_flow.renewCard(true); });
  m_renewed = renew;
  addText([] { return qtTrId("cardLogin.intro"); });
  if (flow.renewsCard()) {
    addText([] {
      return qtTrId("cardLogin.renewing");
    })->setObjectName(named(QStringLiteral("renewing")));
  }
  m_id = idEntry(named(QStringLiteral("id")), this);
  column()->addWidget(m_id);
  connect(m_id, &LineEntry::typed, &flow, &CardLoginFlow::setAuthenticationId);
  connect(m_id, &LineEntry::left, &flow, &CardLoginFlow::repairAuthenticationId);
  addCard();
  m_asking = addText([] { return qtTrId("login.asking"); }, RubyLabel::Role::small);
  m_asking->setObjectName(named(QStringLiteral("asking")));
  RubyButton* next = addButton(
      QStringLiteral("next"), RubyButton::Kind::primary, [] { return qtTrId("common.next"); },
      u'N');
  connect(next, &RubyButton::clicked, &flow, &CardLoginFlow::next);
  setDefaultButton(next);
  if (flow.renewsCard()) {
    RubyButton* back = addButton(QStringLiteral("notRenewed"), RubyButton::Kind::link,
                                 [] { return qtTrId("cardLogin.notRenewed"); });
    connect(back, &RubyButton::clicked, this, [this] { m_flow.renewCard(false); });
  }
  addSection([] { return qtTrId("cardLogin.help"); });
  addText([] { return qtTrId("cardLogin.help.text"); });
  RubyButton* link = addButton(QStringLiteral("haveLink"), RubyButton::Kind::link,
                               [] { return qtTrId("login.haveLink"); });
  connect(link, &RubyButton::clicked, &flow, &CardLoginFlow::setPasswordByLink);
  RubyButton* forgottenId = addButton(QStringLiteral("forgottenId"), RubyButton::Kind::link,
                                      [] { return qtTrId("login.forgottenId"); });
  connect(forgottenId, &RubyButton::clicked, this,
          [this] { emit overWanted(new ForgottenIdPage); });
  column()->addStretch();
  connect(&flow, &CardLoginFlow::changed, this, &CardLoginPage::showState);
  connect(&flow, &CardLoginFlow::failed, this, &CardLoginPage::showFailure);
  speak(*this, [this] { showState(); });
}

void CardLoginPage::addCard() {
  addSpace(0.5);
  addText([] { return qtTrId("cardLogin.putCard"); });
  CardVisit& visit = m_flow.visit();
  column()->addWidget(new CardChecks(visit, objectName(), this));
  column()->addWidget(new CardNotice(visit, CardNotice::About::severalCards,
                                     named(QStringLiteral("severalCards")), this));
  m_cardFailure = new FailurePanel(named(QStringLiteral("cardFailure")), this);
  column()->addWidget(m_cardFailure);
  addWayWithoutCard(*m_cardFailure, m_flow);
  m_cardFailure->addWaysOut(*this);
}

void CardLoginPage::focusFirst() {
  // What stands above the field is read first.
  if (m_failure->isVisibleTo(this)) {
    m_failure->present();
  } else {
    m_id->setFocus(Qt::OtherFocusReason);
  }
}

void CardLoginPage::showState() {
  m_failure->setFailure(m_flow.failure());
  m_renewed->setVisible(m_flow.failure() == FailureCode::cardNotOfAccount && !m_flow.renewsCard());
  m_id->setText(m_flow.authenticationId());
  m_id->setError(m_flow.idError());
  m_id->setReadOnly(m_flow.isAsking());
  m_cardFailure->setFailure(m_flow.visit().status().problem);
  m_asking->setVisible(m_flow.isAsking());
  if (m_flow.isAsking()) announce(*m_asking);
}

void CardLoginPage::showFailure() {
  if (!m_flow.idError().isEmpty()) {
    m_id->present();
  } else if (m_failure->failure() != FailureCode::none) {
    m_failure->present();
  } else if (m_cardFailure->failure() != FailureCode::none) {
    m_cardFailure->present();
  }
}

}  // namespace madoguchi::app
