#include "app/rooms/account/pages/information_changed_page.h"

#include <QStringList>
#include <QVBoxLayout>

#include "app/form/form_model.h"
#include "app/kit/texts.h"
#include "app/rooms/account/account_flow.h"
#include "app/rooms/account/information_change.h"
#include "app/rooms/account/pages/account_texts.h"
#include "app/widgets/message_panel.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {
namespace {

/// What is another from now on, item by item; markup.
QString changedItems(const InformationChange& change) {
  const forms::Definition& form = change.form().definition();
  const FormTexts texts = accountTexts(form, change.entrance());
  QStringList items;
  for (const std::string& name : change.outcome().changed) {
    const forms::Field* field = forms::findField(form, name);
    if (field != nullptr) items << QStringLiteral("・") + texts.label(*field);
  }
  return items.join(u'\n');
}

}  // namespace

InformationChangedPage::InformationChangedPage(AccountFlow& flow, QWidget* parent)
    : PageWidget(
          QStringLiteral("informationChanged"), [] { return qtTrId("informationChanged.title"); },
          parent),
      m_flow(flow) {
  const ChangeAnswer& outcome = flow.change().outcome();
  if (!outcome.changed.empty()) {
    auto* done = new MessagePanel(MessagePanel::Kind::good, this);
    done->setObjectName(named(QStringLiteral("done")));
    speak(*done, [done, this] {
      const bool mail = m_flow.change().outcome().newEmail.has_value();
      done->setTexts(qtTrId("informationChanged.done"), changedItems(m_flow.change()),
                     mail ? QString() : qtTrId("informationChanged.noMail"));
    });
    column()->addWidget(done);
  }
  if (outcome.newEmail) addEmail();
  RubyButton* back = addButton(QStringLiteral("back"), RubyButton::Kind::primary,
                               [] { return qtTrId("informationChanged.back"); });
  connect(back, &RubyButton::clicked, &flow, &AccountFlow::showInformation);
  setDefaultButton(back);
  RubyButton* help =
      addButton(QStringLiteral("help"), RubyButton::Kind::link, [] { return qtTrId("help.open"); });
  connect(help, &RubyButton::clicked, this, &PageWidget::helpWanted);
  column()->addStretch();
}

void InformationChangedPage::addEmail() {
  auto* email = new MessagePanel(MessagePanel::Kind::notice, this);
  email->setObjectName(named(QStringLiteral("newEmail")));
  speak(*email, [email, this] {
    const InformationChange& change = m_flow.change();
    const AwaitedEmail& awaited = *change.outcome().newEmail;
    const QString old = change.registered(forms::topField("email"));
    email->setTexts(qtTrId("informationChanged.newEmail"),
                    qtTrId("informationChanged.newEmail.text").arg(awaited.address, old) + u'\n' +
                        awaitedUntil(awaited),
                    withHelpDesk(qtTrId("informationChanged.newEmail.remedy")));
  });
  column()->addWidget(email);
}

}  // namespace madoguchi::app
