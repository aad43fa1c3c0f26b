#include "app/kit/help_page.h"

#include <QVBoxLayout>

#include "app/core/operator_texts.h"
#include "app/kit/about_page.h"
#include "app/kit/guide_view.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

HelpPage::HelpPage(const HelpSources& sources, const QString& place, QWidget* parent)
    : PageWidget(
          QStringLiteral("help"), [] { return qtTrId("help.title"); }, parent) {
  addSection([] { return qtTrId("help.desk"); });
  m_desk = addLabel(RubyLabel::Role::strong);
  m_desk->setObjectName(named(QStringLiteral("desk")));
  m_say = addText([] { return qtTrId("help.desk.say"); });
  speak(*m_desk, [this] { sayDesk(); });
  addSpace(0.5);
  column()->addWidget(new GuideView(named(QStringLiteral("guide")), place, sources.outlets, this));
  addSection([] { return qtTrId("help.program"); });
  addText([] { return qtTrId("help.version").arg(QStringLiteral(MADOGUCHI_VERSION)); });
  addText([service = sources.service] { return qtTrId("help.service").arg(service); });
  RubyButton* about = addButton(QStringLiteral("about"), RubyButton::Kind::link,
                                [] { return qtTrId("about.open"); });
  connect(about, &RubyButton::clicked, this, [this] { emit overWanted(new AboutPage); });
  addSpace(1);
  RubyButton* close = addButton(
      QStringLiteral("close"), RubyButton::Kind::primary, [] { return qtTrId("help.close"); },
      u'C');
  connect(close, &RubyButton::clicked, this, &HelpPage::closed);
  setDefaultButton(close);
  column()->addStretch();
}

void HelpPage::sayDesk() {
  const QString words = helpDesk();
  m_desk->setMarkup(words.isEmpty() ? qtTrId("help.desk.none") : words);
  m_say->setVisible(!words.isEmpty());
}

}  // namespace madoguchi::app
