#include "app/pages/terms_page.h"

#include <QFile>
#include <QVBoxLayout>

#include "app/workflow/registration_flow.h"

namespace madoguchi::app {

TermsOfUse readTerms(const QString& language) {
  QFile file(QStringLiteral(":/terms/terms.%1.txt").arg(language));
  if (!file.open(QIODevice::ReadOnly)) return {};
  const QString all = QString::fromUtf8(file.readAll());
  const qsizetype line = all.indexOf(u'\n');
  return {all.left(line).trimmed(), all.mid(line + 1).trimmed()};
}

TermsPage::TermsPage(RegistrationFlow& flow, QWidget* parent)
    : PageWidget(
          flow, QStringLiteral("terms"), [] { return qtTrId("terms.title"); }, parent) {
  addText([] { return qtTrId("terms.version").arg(readTerms(qtTrId("language.tag")).version); },
          RubyLabel::Role::small);
  addText([] { return readTerms(qtTrId("language.tag")).text; });
  addSpace(1);
  RubyButton* close = addButton(
      QStringLiteral("close"), RubyButton::Kind::primary, [] { return qtTrId("terms.close"); },
      u'N');
  connect(close, &RubyButton::clicked, this, &TermsPage::closed);
  setDefaultButton(close);
  column()->addStretch();
}

}  // namespace madoguchi::app
