#include "app/kit/setup_page.h"

#include <QVBoxLayout>

#include "app/widgets/ruby_label.h"

namespace madoguchi::app {

SetupPage::SetupPage(const RubyText& fault, QWidget* parent)
    : PageWidget(
          QStringLiteral("setup"), [] { return qtTrId("setup.title"); }, parent) {
  addText([] { return qtTrId("setup.text"); });
  RubyLabel* words = addLabel();
  words->setObjectName(named(QStringLiteral("fault")));
  words->setRubyText(fault);
  addSpace(1);
  RubyButton* close = addButton(
      QStringLiteral("close"), RubyButton::Kind::primary, [] { return qtTrId("help.close"); },
      u'C');
  connect(close, &RubyButton::clicked, this, &SetupPage::closed);
  setDefaultButton(close);
  column()->addStretch();
}

}  // namespace madoguchi::app
