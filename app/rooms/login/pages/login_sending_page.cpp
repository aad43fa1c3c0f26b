#include "app/rooms/login/pages/login_sending_page.h"

#include <QVBoxLayout>

#include "app/kit/failure_panel.h"
#include "app/rooms/login/card_login_flow.h"
#include "app/rooms/login/pages/way_without_card.h"
#include "app/widgets/accessibility.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

LoginSendingPage::LoginSendingPage(CardLoginFlow& flow, QWidget* parent)
    : PageWidget(
          QStringLiteral("loginSending"), [] { return qtTrId("cardLogin.title"); }, parent),
      m_flow(flow) {
  m_asking = addText([] { return qtTrId("cardLogin.sending"); });
  m_asking->setObjectName(named(QStringLiteral("asking")));
  m_typeAtReader = addText([] { return qtTrId("submitting.pad"); }, RubyLabel::Role::strong);
  m_typeAtReader->setObjectName(named(QStringLiteral("typeAtReader")));
  m_failure = new FailurePanel(named(QStringLiteral("failure")), this);
  column()->addWidget(m_failure);
  RubyButton* again = m_failure->addWay(named(QStringLiteral("again")), RubyButton::Kind::primary);
  speak(*again, [again] { again->setMarkup(qtTrId("cardLogin.again")); });
  connect(again, &RubyButton::clicked, &flow, &CardLoginFlow::sendAgain);
  RubyButton* start = m_failure->addWay(named(QStringLiteral("start")));
  speak(*start, [start] { start->setMarkup(qtTrId("cardLogin.start")); });
  connect(start, &RubyButton::clicked, &flow, &CardLoginFlow::beginAgain);
  addWayWithoutCard(*m_failure, flow);
  m_failure->addWaysOut(*this);
  column()->addStretch();
  connect(&flow, &CardLoginFlow::changed, this, &LoginSendingPage::showState);
  connect(&flow, &CardLoginFlow::failed, this, [this] { m_failure->present(); });
  speak(*this, [this] { showState(); });
}

void LoginSendingPage::showState() {
  m_failure->setFailure(m_flow.failure());
  const bool waitsForPin = m_flow.isSigning() && m_flow.visit().isPinTypedAtReader();
  m_typeAtReader->setVisible(waitsForPin);
  m_asking->setVisible(m_flow.isAsking() && !waitsForPin);
  if (m_flow.isAsking()) announce(waitsForPin ? *m_typeAtReader : *m_asking);
}

}  // namespace madoguchi::app
