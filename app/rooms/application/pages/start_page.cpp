#include "app/rooms/application/pages/start_page.h"

#include <QVBoxLayout>

#include "app/kit/form/form_fields.h"
#include "app/kit/form/form_summary.h"
#include "app/rooms/application/application_flow.h"
#include "forms/application/application_form.h"

namespace madoguchi::app {

ApplicationStartPage::ApplicationStartPage(ApplicationFlow& flow, QWidget* parent)
    : PageWidget(
          QStringLiteral("applicationStart"), [] { return qtTrId("applicationStart.title"); },
          parent),
      m_flow(flow) {
  FormModel& form = flow.fresh().form();
  const FormTexts texts(form.definition(), {}, &forms::applicationStartWords());
  m_summary = new FormSummary(
      form, texts, {.page = {}, .words = {}, .again = [] { return qtTrId("common.next"); }}, this);
  m_summary->setObjectName(named(QStringLiteral("errorSummary")));
  column()->addWidget(m_summary);
  addText([] { return qtTrId("applicationStart.intro"); });
  m_fields = new FormFields(form, texts, form.definition().pages.front().id, objectName(), this);
  column()->addWidget(m_fields);
  addSpace(1);
  RubyButton* next = addButton(
      QStringLiteral("next"), RubyButton::Kind::primary, [] { return qtTrId("common.next"); },
      u'N');
  setDefaultButton(next);
  column()->addStretch();
  connect(next, &RubyButton::clicked, this, &ApplicationStartPage::next);
  connect(m_summary, &FormSummary::wanted, this, [this](const forms::FieldPath& path) {
    if (const QWidget* place = m_fields->focusOn(path)) bringIntoView(*place);
  });
}

void ApplicationStartPage::next() {
  m_flow.askProspect();
  if (m_flow.page() == ApplicationPage::start) m_summary->present();
}

}  // namespace madoguchi::app
