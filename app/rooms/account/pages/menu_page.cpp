#include "app/rooms/account/pages/menu_page.h"

#include <QVBoxLayout>

#include "app/kit/card_ended_notice.h"
#include "app/rooms/account/account_flow.h"
#include "app/widgets/message_panel.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

MenuPage::MenuPage(AccountFlow& flow, QWidget* parent)
    : PageWidget(
          QStringLiteral("menu"), [] { return qtTrId("menu.title"); }, parent) {
  if (flow.mailsComeBack()) {
    auto* back = new MessagePanel(MessagePanel::Kind::warning, this);
    back->setObjectName(named(QStringLiteral("mailsComeBack")));
    RubyButton* see = back->addWay(named(QStringLiteral("mailsComeBack.see")));
    speak(*back, [back, see] {
      back->setTexts(qtTrId("mailsComeBack"), qtTrId("mailsComeBack.text"), {});
      see->setMarkup(qtTrId("mailsComeBack.see"));
    });
    connect(see, &RubyButton::clicked, &flow, &AccountFlow::showInformation);
    column()->addWidget(back);
  }
  if (flow.welcome().cardEnded) {
    column()->addWidget(cardEndedNotice(named(QStringLiteral("cardEnded")), this));
  }
  if (!flow.welcome().userInformationOnly) {
    RubyButton* applications = addButton(QStringLiteral("applications"), RubyButton::Kind::entrance,
                                         [] { return qtTrId("menu.applications"); });
    speak(*applications, [applications] {
      applications->setDescription(qtTrId("menu.applications.description"));
    });
    connect(applications, &RubyButton::clicked, &flow, &AccountFlow::showApplications);
  }
  RubyButton* information = addButton(QStringLiteral("information"), RubyButton::Kind::entrance,
                                      [] { return qtTrId("menu.information"); });
  speak(*information,
        [information] { information->setDescription(qtTrId("menu.information.description")); });
  connect(information, &RubyButton::clicked, &flow, &AccountFlow::showInformation);
  setDefaultButton(information);
  RubyButton* password = addButton(QStringLiteral("password"), RubyButton::Kind::entrance,
                                   [] { return qtTrId("menu.password"); });
  speak(*password, [password] { password->setDescription(qtTrId("menu.password.description")); });
  connect(password, &RubyButton::clicked, &flow, &AccountFlow::changePassword);
  RubyButton* logins = addButton(QStringLiteral("logins"), RubyButton::Kind::entrance,
                                 [] { return qtTrId("menu.logins"); });
  speak(*logins, [logins] { logins->setDescription(qtTrId("menu.logins.description")); });
  connect(logins, &RubyButton::clicked, &flow, &AccountFlow::showLogins);
  if (flow.welcome().userInformationOnly) {
    auto* others = new MessagePanel(MessagePanel::Kind::notice, this);
    others->setObjectName(named(QStringLiteral("notForThisClass")));
    speak(*others, [others] {
      others->setTexts(qtTrId("menu.notForThisClass.title"), qtTrId("menu.notForThisClass.text"),
                       qtTrId("menu.notForThisClass.remedy"), QStringLiteral("WZBAM250E"));
    });
    column()->addWidget(others);
  }
  column()->addStretch();
}

}  // namespace madoguchi::app
