#include "app/rooms/account/pages/information_change_page.h"

#include <QVBoxLayout>

#include "app/form/form_model.h"
#include "app/kit/form/form_fields.h"
#include "app/kit/form/form_row.h"
#include "app/kit/form/form_summary.h"
#include "app/kit/form/town_offer.h"
#include "app/rooms/account/account_flow.h"
#include "app/rooms/account/information_change.h"
#include "app/rooms/account/pages/account_texts.h"
#include "app/widgets/ruby_text.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

InformationChangePage::InformationChangePage(AccountFlow& flow, QWidget* parent)
    : PageWidget(
          QStringLiteral("informationChange"), [] { return qtTrId("informationChange.title"); },
          parent),
      m_flow(flow) {
  addSummary();
  addText([] { return qtTrId("informationChange.intro"); });
  addFields();
  addSpace(1);
  RubyButton* next = addButton(
      QStringLiteral("check"), RubyButton::Kind::primary, [] { return qtTrId("step1.check"); },
      u'C');
  connect(next, &RubyButton::clicked, this, &InformationChangePage::review);
  setDefaultButton(next);
  column()->addStretch();
}

void InformationChangePage::addSummary() {
  InformationChange& change = m_flow.change();
  const auto words = [&change]() -> FormSummary::Words {
    const MessageTexts texts = messageTexts(change.summaryCode());
    return {texts.text, texts.remedy, spokenText(qtTrId("failure.code")).arg(change.summaryCode())};
  };
  m_summary = new FormSummary(
      change.form(), accountTexts(change.form().definition(), change.entrance()),
      {.page = {}, .words = words, .again = [] { return qtTrId("step1.check"); }}, this);
  m_summary->setObjectName(named(QStringLiteral("errorSummary")));
  column()->addWidget(m_summary);
  connect(m_summary, &FormSummary::wanted, this, &InformationChangePage::focusField);
}

void InformationChangePage::addFields() {
  FormModel& form = m_flow.change().form();
  m_fields = new FormFields(form, accountTexts(form.definition(), m_flow.change().entrance()),
                            form.definition().pages.front().id, objectName(), this);
  column()->addWidget(m_fields);
  for (const forms::FieldPath& field : form.fields()) addRegistered(field);
  auto* town = new TownOffer(form, named(QStringLiteral("town")), this);
  m_fields->row(forms::topField("municipalityCode"))->addBelow(town);
  connect(m_fields, &FormFields::townFound, town,
          [town](const forms::FieldPath&, const QString& found) { town->offer(found); });
}

void InformationChangePage::addRegistered(const forms::FieldPath& path) {
  InformationChange& change = m_flow.change();
  const forms::Field& field = *forms::findField(change.form().definition(), path);
  const QString value = change.registered(path);
  if (value.isEmpty()) return;
  auto* now = new RubyLabel(RubyLabel::Role::small, this);
  now->setObjectName(named(nameOf(path) + QStringLiteral(".registered")));
  speak(*now, [now, value, &field,
               texts = accountTexts(change.form().definition(), change.entrance())] {
    now->setRubyText(withAnswer(qtTrId("informationChange.registered"), texts.shown(field, value)));
  });
  m_fields->row(path)->addBelow(now);
}

void InformationChangePage::review() {
  m_flow.reviewChange();
  if (m_flow.page() == AccountPage::change && m_summary->hasFindings()) m_summary->present();
}

void InformationChangePage::focusFirst() {
  const forms::FieldPath first = m_flow.takeFirst();
  if (!first.field.empty()) {
    focusField(first);
  } else if (m_summary->hasFindings()) {
    m_summary->present();
  } else {
    PageWidget::focusFirst();
  }
}

void InformationChangePage::focusField(const forms::FieldPath& field) {
  if (const QWidget* place = m_fields->focusOn(field)) bringIntoView(*place);
}

}  // namespace madoguchi::app
