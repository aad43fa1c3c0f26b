#include "app/rooms/account/pages/information_page.h"

#include <QVBoxLayout>

#include "app/form/form_model.h"
#include "app/kit/failure_panel.h"
#include "app/kit/form/form_review.h"
#include "app/rooms/account/account_flow.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

namespace {

FormTexts textsFor(forms::Entrance entrance) {
  const std::string_view variant = forms::variantOfWords(entrance);
  return FormTexts(forms::registrationForm(),
                   QString::fromLatin1(variant.data(), static_cast<qsizetype>(variant.size())));
}

}  // namespace

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
  m_place = new QVBoxLayout;
  column()->addLayout(m_place);
  column()->addStretch();
  connect(&flow, &AccountFlow::informationChanged, this, &InformationPage::showState);
  showState();
}

void InformationPage::showState() {
  delete m_review;
  FormModel* information = m_flow.information();
  const bool failed = m_flow.failure() != FailureCode::none;
  if (m_failure->setFailure(m_flow.failure())) m_failure->present();
  m_asking->setVisible(information == nullptr && !failed);
  m_id->setVisible(information != nullptr);
  if (information == nullptr) return;
  m_review = new FormReview(*information, textsFor(m_flow.entrance()), objectName(),
                            FormReview::Shows::wasStored, this);
  m_place->addWidget(m_review);
}

}  // namespace madoguchi::app
