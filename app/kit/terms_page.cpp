#include "app/kit/terms_page.h"

#include <QDate>
#include <QRegularExpression>
#include <QVBoxLayout>

#include "app/core/terms_of_use.h"
#include "app/kit/texts.h"
#include "app/widgets/look.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

TermsPage::TermsPage(AgreedTerms& terms, QWidget* parent)
    : PageWidget(
          QStringLiteral("terms"), [] { return qtTrId("terms.title"); }, parent),
      m_folder(terms.folder) {
  terms.opened = true;
  addText(
      [this] {
        const QString version = readTerms(m_folder, qtTrId("language.tag")).version;
        const QDate day = QDate::fromString(version, Qt::ISODate);
        return qtTrId("terms.version").arg(day.isValid() ? writtenDate(day) : version);
      },
      RubyLabel::Role::small);
  m_text = new QVBoxLayout;
  m_text->setSpacing(column()->spacing());
  column()->addLayout(m_text);
  speak(*this, [this] { sayTerms(); });
  addSpace(1);
  RubyButton* close = addButton(
      QStringLiteral("close"), RubyButton::Kind::primary, [] { return qtTrId("terms.close"); },
      u'C');
  connect(close, &RubyButton::clicked, this, &TermsPage::closed);
  setDefaultButton(close);
  column()->addStretch();
}

void TermsPage::sayTerms() {
  const TermsOfUse terms = readTerms(m_folder, qtTrId("language.tag"));
  while (QLayoutItem* item = m_text->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  const auto add = [this](RubyLabel::Role role, const QString& markup) {
    auto* label = new RubyLabel(role, this);
    label->setMarkup(markup);
    m_text->addWidget(label);
  };
  for (const QString& paragraph : terms.text.split(QStringLiteral("\n\n"), Qt::SkipEmptyParts)) {
    // "1. Purpose" on a line of its own is a heading.
    static const QRegularExpression numbered(QStringLiteral("^\\d+\\. .*\n"));
    const bool headed = numbered.match(paragraph).hasMatch();
    if (headed) m_text->addSpacing(em(*this, 0.5));
    if (headed) add(RubyLabel::Role::section, paragraph.section(u'\n', 0, 0));
    add(RubyLabel::Role::body, paragraph.section(u'\n', headed ? 1 : 0));
  }
}

}  // namespace madoguchi::app
