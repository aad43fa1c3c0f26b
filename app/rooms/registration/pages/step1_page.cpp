#include "app/rooms/registration/pages/step1_page.h"

#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "app/form/form_model.h"
#include "app/kit/card_notice.h"
#include "app/kit/failure_panel.h"
#include "app/kit/field_editor.h"
#include "app/kit/field_texts.h"
#include "app/kit/terms_page.h"
#include "app/rooms/registration/pages/field_row.h"
#include "app/rooms/registration/pages/missing_items_notice.h"
#include "app/rooms/registration/pages/town_offer.h"
#include "app/widgets/error_summary.h"
#include "app/widgets/look.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

Step1Page::Step1Page(RegistrationFlow& flow, QString field, QWidget* parent)
    : RegistrationPage(
          flow, QStringLiteral("step1"), [] { return qtTrId("step1.title"); }, parent),
      m_field(std::move(field)) {
  m_failure = new FailurePanel(named(QStringLiteral("failure")), this);
  column()->addWidget(m_failure);
  m_summary = new ErrorSummary(this);
  m_summary->setObjectName(named(QStringLiteral("errorSummary")));
  column()->addWidget(m_summary);
  connect(m_summary, &ErrorSummary::chosen, this, &Step1Page::focusField);
  addText([card = flow.entrance() == forms::Entrance::cardHolder] {
    return card ? qtTrId("step1.intro.card") : qtTrId("step1.intro");
  });
  if (flow.entrance() == forms::Entrance::cardHolder) {
    column()->addWidget(new MissingItemsNotice(flow, named(QStringLiteral("missingItems")), this));
    column()->addWidget(new CardNotice(flow.visit(), CardNotice::About::endsSoon,
                                       named(QStringLiteral("endsSoon")), this));
  }
  makeRows();
  addSpace(1);
  RubyButton* next = addButton(
      QStringLiteral("check"), RubyButton::Kind::primary, [] { return qtTrId("step1.check"); },
      u'C');
  connect(next, &RubyButton::clicked, this, &Step1Page::check);
  setDefaultButton(next);
  column()->addStretch();

  connect(&flow, &RegistrationFlow::valuesChanged, this, &Step1Page::showValues);
  connect(&flow, &RegistrationFlow::errorsChanged, this, &Step1Page::showErrors);
  connect(&flow, &RegistrationFlow::problemChanged, this,
          [this] { m_failure->setFailure(this->flow().problem()); });
  speak(*this, [this] { showErrors(); });
  showValues({});
}

void Step1Page::makeRows() {
  // All fields; showValues() hides what is not asked.
  for (const forms::Field& field : flow().form().definition().fields) {
    auto* fieldRow = new FieldRow(flow(), field, named(QString::fromStdString(field.id)), this);
    column()->addWidget(fieldRow);
    connect(&fieldRow->editor(), &FieldEditor::termsWanted, this, &Step1Page::openTerms);
    m_rows.push_back(fieldRow);
    if (field.type == forms::FieldType::municipality) {
      auto* town = new TownOffer(flow(), named(QStringLiteral("town")), this);
      column()->addWidget(town);
      connect(&fieldRow->editor(), &FieldEditor::townFound, town, &TownOffer::offer);
    }
  }
}

FieldRow* Step1Page::row(const QString& field) const {
  const auto found =
      std::ranges::find_if(m_rows, [&](const FieldRow* one) { return one->field() == field; });
  return found == m_rows.end() ? nullptr : *found;
}

void Step1Page::showValues(const QStringList& fields) {
  const FormModel& form = flow().form();
  for (FieldRow* fieldRow : m_rows) {
    if (fields.isEmpty() || fields.contains(fieldRow->field())) fieldRow->takeValue();
    const forms::FieldPath path = forms::topField(fieldRow->field().toStdString());
    // What the entrance has decided is not asked again.
    const bool decided =
        forms::findField(form.definition(), path)->takesOnlyChoice && form.offered(path).size() < 2;
    fieldRow->setVisible(!decided && form.asks(path));
  }
}

void Step1Page::showErrors() {
  const auto errors = flow().errors();
  m_failure->setFailure(flow().problem());
  m_summary->setVisible(!errors.empty());
  std::vector<ErrorSummary::Entry> entries;
  for (FieldRow* fieldRow : m_rows) {
    const std::string id = fieldRow->field().toStdString();
    const auto error = std::ranges::find_if(
        errors, [&](const protocol::FieldError& one) { return one.field == id; });
    const QString code = error == errors.end() ? QString() : QString::fromStdString(error->code);
    const bool corrected = flow().isCorrected(fieldRow->field());
    fieldRow->setError(code, corrected);
    if (!code.isEmpty() && !fieldRow->isHidden()) {
      entries.push_back({fieldRow->field(),
                         fieldErrorText(fieldRow->field(), code, flow().entrance()), corrected});
    }
  }
  m_summary->setEntries(entries);
  const bool allCorrected =
      !entries.empty() && std::ranges::all_of(entries, &ErrorSummary::Entry::corrected);
  m_summary->setMinimumHeight(allCorrected ? m_summary->height() : 0);
  m_summary->setKind(allCorrected ? MessagePanel::Kind::good : MessagePanel::Kind::error);
  if (allCorrected) {
    m_summary->setTexts(qtTrId("field.allCorrected").arg(qtTrId("step1.check")), {}, {});
    return;
  }
  const QString code = flow().summaryCode();
  if (!code.isEmpty()) {
    const MessageTexts texts = messageTexts(code);
    m_summary->setTexts(texts.text, {}, texts.remedy, spokenText(qtTrId("failure.code")).arg(code));
  }
}

void Step1Page::check() {
  flow().check();
  if (flow().page() == Page::step1 && !flow().errors().empty()) m_summary->present();
}

void Step1Page::focusFirst() {
  if (!m_field.isEmpty()) {
    focusField(std::exchange(m_field, {}));
  } else if (flow().problem() != FailureCode::none) {
    m_failure->present();
  } else if (!flow().errors().empty()) {
    m_summary->present();
  } else {
    RegistrationPage::focusFirst();
  }
}

void Step1Page::focusField(const QString& field) {
  if (FieldRow* fieldRow = row(field)) {
    fieldRow->setFocusHere();
    bringIntoView(*fieldRow);
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
  FieldRow* consent = row(QStringLiteral("termsAccepted"));
  if (std::exchange(m_termsAreOpen, false) && consent != nullptr) {
    consent->takeValue();
    consent->setFocusHere();
  } else {
    RegistrationPage::takeFocusBack(before);
  }
}

}  // namespace madoguchi::app
