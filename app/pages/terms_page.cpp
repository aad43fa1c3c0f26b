#include "app/pages/terms_page.h"

#include <QFile>
#include <QRegularExpression>
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
  const auto paragraphs = [] { return readTerms(qtTrId("language.tag")).text.split(QStringLiteral("\n\n")); };
  for (qsizetype i = 0; i < paragraphs().size(); ++i) {
    // "1. Purpose" on a line of its own is a heading.
    static const QRegularExpression numbered(QStringLiteral("^\\d+\\. .*\n"));
    const bool headed = numbered.match(paragraphs().value(i)).hasMatch();
    if (headed) addSection([=] { return paragraphs().value(i).section(u'\n', 0, 0); });
    addText([=] { return paragraphs().value(i).section(u'\n', headed ? 1 : 0); });
  }
  addSpace(1);
  RubyButton* close = addButton(
      QStringLiteral("close"), RubyButton::Kind::primary, [] { return qtTrId("terms.close"); },
      u'C');
  connect(close, &RubyButton::clicked, this, &TermsPage::closed);
  setDefaultButton(close);
  column()->addStretch();
}

}  // namespace madoguchi::app
