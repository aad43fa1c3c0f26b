#include "app/kit/help_page.h"

#include <QVBoxLayout>

#include "app/kit/guide_view.h"

namespace madoguchi::app {

HelpPage::HelpPage(const HelpSources& sources, const QString& place, QWidget* parent)
    : PageWidget(
          QStringLiteral("help"), [] { return qtTrId("help.title"); }, parent) {
  addSection([] { return qtTrId("help.desk"); });
  if (sources.helpDesk.isEmpty()) {
    addText([] { return qtTrId("help.desk.none"); });
  } else {
    RubyLabel* desk = addLabel(RubyLabel::Role::strong);
    desk->setObjectName(named(QStringLiteral("desk")));
    desk->setPlain(sources.helpDesk);
    addText([] { return qtTrId("help.desk.say"); });
  }
  addSpace(0.5);
  column()->addWidget(new GuideView(named(QStringLiteral("guide")), place, sources.outlets, this));
  addSection([] { return qtTrId("help.program"); });
  addText([] { return qtTrId("help.version").arg(QStringLiteral(MADOGUCHI_VERSION)); });
  addText([service = sources.service] { return qtTrId("help.service").arg(service); });
  addText([] { return qtTrId("help.licences"); }, RubyLabel::Role::small);
  addSpace(1);
  RubyButton* close = addButton(
      QStringLiteral("close"), RubyButton::Kind::primary, [] { return qtTrId("help.close"); },
      u'C');
  connect(close, &RubyButton::clicked, this, &HelpPage::closed);
  setDefaultButton(close);
  column()->addStretch();
}

}  // namespace madoguchi::app
