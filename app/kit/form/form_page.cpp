#include "app/kit/form/form_page.h"

#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "app/kit/form/form_fields.h"
#include "app/kit/form/form_summary.h"
#include "app/widgets/flow_layout.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

FormPage::FormPage(FormModel& form, const FormTexts& texts, std::string page, const QString& name,
                   forms::FieldPath first, QWidget* parent)
    : PageWidget(
          name, [texts, page] { return texts.pageTitle(page); }, parent),
      m_form(form),
      m_texts(texts),
      m_page(std::move(page)),
      m_first(std::move(first)) {
  m_progress = addLabel(RubyLabel::Role::small);
  m_progress->setObjectName(named(QStringLiteral("progress")));
  m_summary = new FormSummary(
      form, texts, {.page = m_page, .words = {}, .again = [] { return qtTrId("form.next"); }},
      this);
  m_summary->setObjectName(named(QStringLiteral("errorSummary")));
  column()->addWidget(m_summary);
  m_fields = new FormFields(form, texts, m_page, name, this);
  column()->addWidget(m_fields);
  addSpace(1);
  FlowLayout* row = addButtonRow();
  RubyButton* next = addButton(
      QStringLiteral("next"), RubyButton::Kind::primary, [] { return qtTrId("form.next"); }, 0,
      row);
  m_back = addButton(
      QStringLiteral("back"), RubyButton::Kind::secondary, [] { return qtTrId("form.back"); }, 0,
      row);
  setDefaultButton(next);
  column()->addStretch();
  connect(m_summary, &FormSummary::wanted, this, &FormPage::focusOn);
  connect(next, &RubyButton::clicked, this, &FormPage::next);
  connect(m_back, &RubyButton::clicked, this, &FormPage::backWanted);
  // Answers decide how many pages there are.
  connect(&form, &FormModel::shapeChanged, this, &FormPage::sayProgress);
  speak(*this, [this] { sayProgress(); });
}

void FormPage::sayProgress() {
  const auto pages = m_form.pages();
  const auto place = std::ranges::find(pages, m_page) - pages.begin();
  m_progress->setMarkup(qtTrId("form.progress").arg(place + 1).arg(pages.size()));
  m_back->setVisible(place > 0);
}

void FormPage::next() {
  if (m_form.check(m_page)) {
    emit done();
  } else {
    m_summary->present();
  }
}

void FormPage::focusFirst() {
  if (m_first != forms::FieldPath()) {
    focusOn(std::exchange(m_first, {}));
  } else if (m_summary->hasFindings()) {
    m_summary->present();
  } else {
    PageWidget::focusFirst();
  }
}

void FormPage::focusOn(const forms::FieldPath& path) {
  if (const QWidget* place = m_fields->focusOn(path)) {
    bringIntoView(*place);
  } else {
    PageWidget::focusFirst();
  }
}

}  // namespace madoguchi::app
