#include "app/rooms/registration/pages/missing_items_notice.h"

#include "app/form/form_model.h"
#include "app/kit/field_texts.h"
#include "app/rooms/registration/registration_flow.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

MissingItemsNotice::MissingItemsNotice(const RegistrationFlow& flow, const QString& objectName,
                                       QWidget* parent)
    : MessagePanel(Kind::notice, parent) {
  setObjectName(objectName);
  connect(&flow.visit(), &CardVisit::statusChanged, this, [this, &flow] { sayItems(flow); });
  speak(*this, [this, &flow] { sayItems(flow); });
}

void MissingItemsNotice::sayItems(const RegistrationFlow& flow) {
  QStringList items;
  for (const forms::Field& field : flow.form().definition().fields) {
    const QString id = QString::fromStdString(field.id);
    if (flow.isMissingOnCard(id)) items << qtTrId("list.item").arg(fieldLabel(id, flow.entrance()));
  }
  setTexts(qtTrId("notice.missingItems.title"), items.join(u'\n'),
           qtTrId("notice.missingItems.remedy"));
  setVisible(!items.isEmpty());
}

}  // namespace madoguchi::app
