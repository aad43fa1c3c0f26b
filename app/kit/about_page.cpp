#include "app/kit/about_page.h"

#include <QVBoxLayout>

#include "app/core/components.h"

namespace madoguchi::app {

AboutPage::AboutPage(QWidget* parent)
    : PageWidget(
          QStringLiteral("about"), [] { return qtTrId("about.title"); }, parent) {
  addText([] { return qtTrId("help.version").arg(QStringLiteral(MADOGUCHI_VERSION)); });
  addText([] { return qtTrId("about.licence").arg(components().licence); });
  addText([] { return qtTrId("about.source").arg(components().source); });
  addSection([] { return qtTrId("about.others"); });
  addText([] { return qtTrId("about.others.text"); });
  for (const Component& one : components().others) {
    addSpace(0.5);
    addText([&one] { return one.name; }, RubyLabel::Role::strong);
    addText(
        [&one] { return qtTrId("about.component").arg(one.licence, one.copyright, one.source); });
  }
  addSpace(1);
  RubyButton* close = addButton(
      QStringLiteral("close"), RubyButton::Kind::primary, [] { return qtTrId("help.close"); },
      u'C');
  connect(close, &RubyButton::clicked, this, &AboutPage::closed);
  setDefaultButton(close);
  column()->addStretch();
}

}  // namespace madoguchi::app
