#include "app/rooms/application/pages/sending_page.h"

#include <QVBoxLayout>

#include "app/rooms/application/application_flow.h"
#include "app/rooms/application/pages/draft_lines.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

ApplicationSendingPage::ApplicationSendingPage(ApplicationFlow& flow, QWidget* parent)
    : PageWidget(
          QStringLiteral("applicationSending"), [] { return qtTrId("applicationSending.title"); },
          parent) {
  column()->addWidget(makePeopleLine(flow, this));
  RubyLabel* sending = addText([card = flow.signsWithCard()] {
    return card ? qtTrId("applicationSending.card") : qtTrId("applicationSending.text");
  });
  sending->setObjectName(named(QStringLiteral("sending")));
  RubyLabel* sent = addLabel();
  sent->setObjectName(named(QStringLiteral("whatCancelDoes")));
  const auto say = [sending, sent, &flow] {
    const bool isSent = flow.mayHaveArrived();
    sending->setVisible(!isSent);
    sent->setMarkup(isSent ? qtTrId("applicationSending.sent") : qtTrId("submitting.unsent"));
  };
  connect(&flow.filing(), &Filing::changed, sent, say);
  speak(*sent, say);
  RubyButton* cancel = addButton(QStringLiteral("cancel"), RubyButton::Kind::secondary,
                                 [] { return qtTrId("common.cancel"); });
  connect(cancel, &RubyButton::clicked, &flow, &ApplicationFlow::cancelFiling);
  column()->addStretch();
}

}  // namespace madoguchi::app
