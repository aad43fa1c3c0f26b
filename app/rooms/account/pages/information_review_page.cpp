#include "app/rooms/account/pages/information_review_page.h"

#include <QVBoxLayout>
#include <utility>

#include "app/form/form_model.h"
#include "app/kit/failure_panel.h"
#include "app/kit/form/form_row.h"
#include "app/kit/form/review_row.h"
#include "app/rooms/account/account_flow.h"
#include "app/rooms/account/information_change.h"
#include "app/rooms/account/pages/account_texts.h"
#include "app/widgets/accessibility.h"
#include "app/widgets/flow_layout.h"
#include "app/widgets/message_panel.h"
#include "app/widgets/ruby_text.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

InformationReviewPage::InformationReviewPage(AccountFlow& flow, QWidget* parent)
    : PageWidget(
          QStringLiteral("informationReview"), [] { return qtTrId("informationReview.title"); },
          parent),
      m_flow(flow) {
  m_failure = new FailurePanel(named(QStringLiteral("failure")), this);
  m_failure->addWaysOut(*this);
  column()->addWidget(m_failure);
  m_calledOff = new MessagePanel(MessagePanel::Kind::notice, this);
  m_calledOff->setObjectName(named(QStringLiteral("calledOff")));
  column()->addWidget(m_calledOff);
  addText([] { return qtTrId("informationReview.intro"); });
  addChanges();
  m_asking = addText([] { return qtTrId("informationReview.asking"); });
  m_asking->setObjectName(named(QStringLiteral("asking")));
  FlowLayout* row = addButtonRow();
  InformationChange& change = flow.change();
  m_send = addButton(
      QStringLiteral("send"), RubyButton::Kind::primary,
      [] { return qtTrId("informationReview.send"); }, u'C', row);
  connect(m_send, &RubyButton::clicked, &change, &InformationChange::send);
  setDefaultButton(m_send);
  m_cancel = addButton(
      QStringLiteral("cancel"), RubyButton::Kind::secondary,
      [] { return qtTrId("informationReview.cancel"); }, 0, row);
  connect(m_cancel, &RubyButton::clicked, &change, &InformationChange::callOff);
  column()->addStretch();
  connect(&change, &InformationChange::changed, this, &InformationReviewPage::showState);
  speak(*this, [this] { showState(); });
}

void InformationReviewPage::addChanges() {
  const InformationChange& change = m_flow.change();
  const FormTexts texts = accountTexts(change.form().definition(), change.entrance());
  for (const forms::FieldPath& path : change.changes()) {
    const QString name = named(nameOf(path));
    auto* row = new ReviewRow(change.form(), texts, path, name, this);
    connect(row, &ReviewRow::changeWanted, this, [this, path] {
      m_flow.change().callOff();
      m_flow.beginChange(path);
    });
    column()->addWidget(row);
    const QString value = change.registered(path);
    if (value.isEmpty()) continue;
    RubyLabel* before = row->addLine(name + QStringLiteral(".before"));
    const forms::Field& field = *forms::findField(change.form().definition(), path);
    speak(*before, [before, value, &field, texts] {
      before->setRubyText(
          withAnswer(qtTrId("informationReview.before"), texts.shown(field, value)));
    });
  }
}

void InformationReviewPage::focusFirst() {
  if (m_calledOff->isVisibleTo(this)) {
    m_calledOff->present();
  } else {
    PageWidget::focusFirst();
  }
}

void InformationReviewPage::showState() {
  const InformationChange& change = m_flow.change();
  const bool asking = change.isAsking();
  const bool another = m_failure->setFailure(change.failure());
  const bool calledOff =
      change.mayHaveArrived() && !asking && change.failure() == FailureCode::none;
  m_calledOff->setVisible(calledOff);
  m_calledOff->setTexts(qtTrId("informationReview.calledOff"),
                        qtTrId("informationReview.calledOff.text"),
                        qtTrId("informationReview.calledOff.remedy"));
  m_asking->setVisible(asking);
  m_cancel->setVisible(asking);
  const bool hasEnded = std::exchange(m_wasAsking, asking) && !asking;
  if (asking) announce(*m_asking);
  if (another || (hasEnded && change.failure() != FailureCode::none)) {
    m_failure->present();
  } else if (hasEnded && calledOff) {
    m_calledOff->present();
  }
}

}  // namespace madoguchi::app
