#include "app/rooms/application/pages/card_page.h"

#include <QVBoxLayout>

#include "app/kit/card_checks.h"
#include "app/kit/card_notice.h"
#include "app/kit/failure_panel.h"
#include "app/rooms/application/application_flow.h"
#include "app/rooms/application/pages/draft_lines.h"
#include "app/widgets/flow_layout.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

ApplicationCardPage::ApplicationCardPage(ApplicationFlow& flow, QWidget* parent)
    : PageWidget(
          QStringLiteral("applicationCard"), [] { return qtTrId("applicationCard.title"); },
          parent),
      m_flow(flow) {
  column()->addWidget(makePeopleLine(flow, this));
  m_returned = new FailurePanel(named(QStringLiteral("returned")), this);
  column()->addWidget(m_returned);
  addText([] { return qtTrId("applicationCard.intro"); });
  column()->addWidget(new CardChecks(flow.visit(), objectName(), this));
  column()->addWidget(new CardNotice(flow.visit(), CardNotice::About::severalCards,
                                     named(QStringLiteral("severalCards")), this));
  m_failure = new FailurePanel(named(QStringLiteral("failure")), this);
  m_failure->addWaysOut(*this);
  column()->addWidget(m_failure);
  FlowLayout* row = addButtonRow();
  RubyButton* next = addButton(
      QStringLiteral("next"), RubyButton::Kind::primary, [] { return qtTrId("common.next"); }, u'N',
      row);
  connect(next, &RubyButton::clicked, this, &ApplicationCardPage::next);
  setDefaultButton(next);
  RubyButton* cancel = addButton(
      QStringLiteral("cancel"), RubyButton::Kind::secondary, [] { return qtTrId("common.cancel"); },
      0, row);
  connect(cancel, &RubyButton::clicked, &flow, &ApplicationFlow::cancelFiling);
  column()->addStretch();
  connect(&flow.visit(), &CardVisit::statusChanged, this, &ApplicationCardPage::showState);
  speak(*this, [this] { showState(); });
}

void ApplicationCardPage::focusFirst() {
  if (m_returned->isVisibleTo(this)) {
    m_returned->present();
  } else {
    PageWidget::focusFirst();
  }
}

void ApplicationCardPage::next() {
  const CardStatus& status = m_flow.visit().status();
  if (status.problem == FailureCode::none && !status.busy &&
      status.certificates == CheckResult::good) {
    m_flow.toPassword();
  } else {
    m_failure->present();
  }
}

void ApplicationCardPage::showState() {
  const FailureCode inTheWay = m_flow.visit().status().problem;
  m_failure->setFailure(inTheWay);
  // What brought the person back here; said once.
  const FailureCode returned = m_flow.failure();
  m_returned->setFailure(returned == inTheWay ? FailureCode::none : returned);
}

}  // namespace madoguchi::app
