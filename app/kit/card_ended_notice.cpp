#include "app/kit/card_ended_notice.h"

#include "app/widgets/message_panel.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

MessagePanel* cardEndedNotice(const QString& objectName, QWidget* parent) {
  auto* notice = new MessagePanel(MessagePanel::Kind::notice, parent);
  notice->setObjectName(objectName);
  speak(*notice, [notice] {
    notice->setTexts(qtTrId("cardEnded.title"), qtTrId("cardEnded.text"),
                     qtTrId("cardEnded.remedy"));
  });
  return notice;
}

}  // namespace madoguchi::app
