#include "app/rooms/registration/pages/step1_page.h"

#include <QVBoxLayout>
#include <utility>

#include "app/core/terms_of_use.h"
#include "app/kit/card_notice.h"
#include "app/kit/failure_panel.h"
#include "app/kit/form/form_fields.h"
#include "app/kit/form/form_row.h"
#include "app/kit/form/form_summary.h"
#include "app/kit/form/town_offer.h"
#include "app/kit/terms_page.h"
#include "app/rooms/registration/pages/missing_items_notice.h"
#include "app/rooms/registration/pages/registration_texts.h"
#include "app/widgets/look.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

Step1Page::Step1Page(RegistrationFlow& flow, QString field, QWidget* parent)
    : RegistrationPage(
          flow, QStringLiteral("step1"), [] { return qtTrId("step1.title"); }, parent),
      m_field(std::move(field)) {
  m_failure = new FailurePanel(named(QStringLiteral("failure")), this);
  column()->addWidget(m_failure);
  addSummary();
  addText([card = flow.entrance() == forms::Entrance::cardHolder] {
    return card ? qtTrId("step1.intro.card") : qtTrId("step1.intro");
  });
  if (flow.entrance() == forms::Entrance::cardHolder) {
    column()->addWidget(new MissingItemsNotice(flow, named(QStringLiteral("missingItems")), this));
    column()->addWidget(new CardNotice(flow.visit(), CardNotice::About::endsSoon,
                                       named(QStringLiteral("endsSoon")), this));
  }
  addFields();
  addSpace(1);
  RubyButton* next = addButton(
      QStringLiteral("check"), RubyButton::Kind::primary, [] { return qtTrId("step1.check"); },
      u'C');
  connect(next, &RubyButton::clicked, this, &Step1Page::check);
  setDefaultButton(next);
  column()->addStretch();

  connect(&flow, &RegistrationFlow::problemChanged, this,
          [this] { m_failure->setFailure(this->flow().problem()); });
  speak(*this, [this] { m_failure->setFailure(this->flow().problem()); });
}

void Step1Page::addSummary() {
  const auto words = [this]() -> FormSummary::Words {
    const QString code = flow().summaryCode();
    const MessageTexts texts = messageTexts(code);
    return {texts.text, texts.remedy, spokenText(qtTrId("failure.code")).arg(code)};
  };
  m_summary = new FormSummary(
      flow().form(), registrationTexts(flow().entrance()),
      {.page = {}, .words = words, .again = [] { return qtTrId("step1.check"); }}, this);
  m_summary->setObjectName(named(QStringLiteral("errorSummary")));
  column()->addWidget(m_summary);
  connect(m_summary, &FormSummary::wanted, this, &Step1Page::focusField);
}

void Step1Page::addFields() {
  FormModel& form = flow().form();
  m_fields = new FormFields(form, registrationTexts(flow().entrance()),
                            form.definition().pages.front().id, objectName(), this);
  column()->addWidget(m_fields);
  auto* town = new TownOffer(form, named(QStringLiteral("town")), this);
  m_fields->row(forms::topField("municipalityCode"))->addBelow(town);
  connect(m_fields, &FormFields::termsWanted, this, &Step1Page::openTerms);
  connect(m_fields, &FormFields::townFound, town,
          [town](const forms::FieldPath&, const QString& found) { town->offer(found); });
}

void Step1Page::check() {
  flow().check();
  if (flow().page() == Page::step1 && m_summary->hasFindings()) m_summary->present();
}

void Step1Page::focusFirst() {
  if (!m_field.isEmpty()) {
    focusField(forms::topField(std::exchange(m_field, {}).toStdString()));
  } else if (flow().problem() != FailureCode::none) {
    m_failure->present();
  } else if (m_summary->hasFindings()) {
    m_summary->present();
  } else {
    RegistrationPage::focusFirst();
  }
}

void Step1Page::focusField(const forms::FieldPath& field) {
  if (const QWidget* place = m_fields->focusOn(field)) {
    bringIntoView(*place);
  } else {
    focusFirst();
  }
}

void Step1Page::openTerms() {
  m_termsAreOpen = true;
  auto* terms = new TermsPage(flow().terms());
  flow().form().noteFacts();  // that they were opened is one
  emit overWanted(terms);
}

void Step1Page::takeFocusBack(QWidget* before) {
  FormRow* consent = m_fields->row(forms::topField("termsAccepted"));
  if (std::exchange(m_termsAreOpen, false) && consent != nullptr) {
    consent->takeShape();
    consent->setFocusHere();
  } else {
    RegistrationPage::takeFocusBack(before);
  }
}

}  // namespace madoguchi::app
