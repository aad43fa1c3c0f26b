#include "app/rooms/login/pages/forgotten_id_page.h"

#include <QVBoxLayout>

#include "app/widgets/office_finder.h"

namespace madoguchi::app {

// Sources: user guide for attorneys and scriveners of March 2022, 6; the Agency's page on changes
// of user information
// (https://www.moj.go.jp/isa/applications/online/online-riyousyajyouhouhenkou.html).
ForgottenIdPage::ForgottenIdPage(QWidget* parent)
    : PageWidget(
          QStringLiteral("forgottenId"), [] { return qtTrId("forgottenId.title"); }, parent) {
  addSection([] { return qtTrId("forgottenId.mail"); });
  addText([] { return qtTrId("forgottenId.mail.text"); });
  addSection([] { return qtTrId("forgottenId.paper"); });
  addText([] { return qtTrId("forgottenId.paper.text"); });
  addText([] { return qtTrId("forgottenId.form"); }, RubyLabel::Role::strong);
  addText([] { return qtTrId("forgottenId.answer"); });
  addSection([] { return qtTrId("forgottenId.office"); });
  addText([] { return qtTrId("forgottenId.office.text"); });
  column()->addWidget(new OfficeFinder(named(QStringLiteral("prefecture")), this));
  addText([] { return qtTrId("forgottenId.branches"); }, RubyLabel::Role::small);
  addSpace(1);
  RubyButton* close = addButton(
      QStringLiteral("close"), RubyButton::Kind::primary,
      [] { return qtTrId("forgottenId.close"); }, u'C');
  connect(close, &RubyButton::clicked, this, &ForgottenIdPage::closed);
  setDefaultButton(close);
  column()->addStretch();
}

}  // namespace madoguchi::app
