#include "app/rooms/account/pages/information_page.h"

#include <QVBoxLayout>

#include "app/form/form_model.h"
#include "app/kit/failure_panel.h"
#include "app/kit/form/form_review.h"
#include "app/rooms/account/account_flow.h"
#include "app/rooms/account/pages/account_texts.h"
#include "app/widgets/message_panel.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

InformationPage::InformationPage(AccountFlow& flow, QWidget* parent)
    : PageWidget(
          QStringLiteral("information"), [] { return qtTrId("information.title"); }, parent),
      m_flow(flow) {
  m_failure = new FailurePanel(named(QStringLiteral("failure")), this);
  RubyButton* again = m_failure->addWay(named(QStringLiteral("again")), RubyButton::Kind::primary);
  speak(*again, [again] { again->setMarkup(qtTrId("way.again")); });
  connect(again, &RubyButton::clicked, &flow, &AccountFlow::askAgain);
  column()->addWidget(m_failure);
  m_asking = addText([] { return qtTrId("information.asking"); });
  m_id = addLabel(RubyLabel::Role::strong);
  m_id->setObjectName(named(QStringLiteral("authenticationId")));
  speak(*m_id, [this] {
    m_id->setMarkup(qtTrId("information.id").arg(m_flow.welcome().authenticationId));
  });
  m_awaited = new MessagePanel(MessagePanel::Kind::notice, this);
  m_awaited->setObjectName(named(QStringLiteral("newEmail")));
  column()->addWidget(m_awaited);
  addMailsComeBack();
  m_place = new QVBoxLayout;
  column()->addLayout(m_place);
  m_change = addButton(
      QStringLiteral("change"), RubyButton::Kind::primary,
      [] { return qtTrId("information.change"); }, u'C');
  connect(m_change, &RubyButton::clicked, &flow, [&flow] { flow.beginChange(); });
  column()->addStretch();
  connect(&flow, &AccountFlow::informationChanged, this, &InformationPage::showState);
  speak(*m_awaited, [this] { sayAwaited(); });
  showState();
}

void InformationPage::addMailsComeBack() {
  m_comeBack = new MessagePanel(MessagePanel::Kind::warning, this);
  m_comeBack->setObjectName(named(QStringLiteral("mailsComeBack")));
  RubyButton* change =
      m_comeBack->addWay(named(QStringLiteral("changeEmail")), RubyButton::Kind::primary);
  speak(*m_comeBack, [this, change] {
    m_comeBack->setTexts(qtTrId("mailsComeBack"), qtTrId("mailsComeBack.text"),
                         qtTrId("mailsComeBack.remedy"));
    change->setMarkup(qtTrId("mailsComeBack.change"));
  });
  connect(change, &RubyButton::clicked, &m_flow,
          [this] { m_flow.beginChange(forms::topField("email")); });
  column()->addWidget(m_comeBack);
}

void InformationPage::sayAwaited() {
  const auto& email = m_flow.newEmail();
  m_awaited->setVisible(email.has_value() && m_flow.information() != nullptr);
  if (!email) return;
  m_awaited->setTexts(qtTrId("information.newEmail"),
                      qtTrId("information.newEmail.text").arg(email->address),
                      awaitedUntil(*email));
}

void InformationPage::showState() {
  delete m_review;
  FormModel* information = m_flow.information();
  const bool failed = m_flow.failure() != FailureCode::none;
  if (m_failure->setFailure(m_flow.failure())) m_failure->present();
  m_asking->setVisible(information == nullptr && !failed);
  m_id->setVisible(information != nullptr);
  m_change->setVisible(information != nullptr);
  m_comeBack->setVisible(information != nullptr && m_flow.mailsComeBack());
  sayAwaited();
  if (information == nullptr) return;
  m_review =
      new FormReview(*information, accountTexts(forms::registrationForm(), m_flow.entrance()),
                     objectName(), FormReview::Shows::wasStored, this);
  m_place->addWidget(m_review);
}

}  // namespace madoguchi::app
