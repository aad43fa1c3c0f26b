#include "app/rooms/password/pages/password_done_page.h"

#include <QVBoxLayout>

#include "app/kit/texts.h"
#include "app/rooms/password/password_flow.h"
#include "app/widgets/message_panel.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

PasswordDonePage::PasswordDonePage(PasswordFlow& flow, QWidget* parent)
    : PageWidget(
          QStringLiteral("passwordDone"), [] { return qtTrId("newPassword.done.title"); }, parent) {
  auto* done = new MessagePanel(MessagePanel::Kind::good, this);
  done->setObjectName(named(QStringLiteral("done")));
  speak(*done, [done, first = flow.wasFirst()] {
    done->setTexts(first ? qtTrId("newPassword.done.first") : qtTrId("newPassword.done"),
                   first ? qtTrId("newPassword.done.first.text") : qtTrId("newPassword.done.text"),
                   withHelpDesk(qtTrId("newPassword.done.remedy")));
  });
  column()->addWidget(done);
  RubyButton* on = addButton(QStringLiteral("on"), RubyButton::Kind::primary,
                             [task = flow.task(), loggedIn = flow.isLoggedIn()] {
                               if (task == PasswordTask::change)
                                 return qtTrId("newPassword.toMenu");
                               return task == PasswordTask::byLink || loggedIn
                                          ? qtTrId("newPassword.goOn")
                                          : qtTrId("newPassword.toLogin");
                             });
  connect(on, &RubyButton::clicked, &flow, &PasswordFlow::finish);
  setDefaultButton(on);
  RubyButton* help =
      addButton(QStringLiteral("help"), RubyButton::Kind::link, [] { return qtTrId("help.open"); });
  connect(help, &RubyButton::clicked, this, &PageWidget::helpWanted);
  column()->addStretch();
}

}  // namespace madoguchi::app
