#include "app/rooms/login/pages/way_without_card.h"

#include <QVBoxLayout>

#include "app/kit/failure_panel.h"
#include "app/rooms/login/card_login_flow.h"
#include "app/widgets/ruby_button.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

void addWayWithoutCard(FailurePanel& panel, CardLoginFlow& flow) {
  const QString name = panel.objectName() + QStringLiteral(".withoutCard");
  auto* text = new RubyLabel(RubyLabel::Role::body, &panel);
  text->setObjectName(name + QStringLiteral(".text"));
  speak(*text, [text] { text->setMarkup(qtTrId("cardLogin.withoutCard.text")); });
  panel.body()->addWidget(text);
  RubyButton* way = panel.addWay(name);
  speak(*way, [way] { way->setMarkup(qtTrId("cardLogin.withoutCard")); });
  QObject::connect(way, &RubyButton::clicked, &flow, &CardLoginFlow::logInWithoutCard);
  const auto show = [&flow, text, way] {
    text->setVisible(flow.certificateHasEnded());
    way->setVisible(flow.certificateHasEnded());
  };
  QObject::connect(&flow, &CardLoginFlow::changed, text, show);
  show();
}

}  // namespace madoguchi::app
