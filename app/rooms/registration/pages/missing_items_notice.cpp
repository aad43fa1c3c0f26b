#include "app/rooms/registration/pages/missing_items_notice.h"

#include "app/form/form_model.h"
#include "app/rooms/registration/pages/registration_texts.h"
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
  const FormTexts texts = registrationTexts(flow.entrance());
  QStringList items;
  for (const forms::Field& field : flow.form().definition().fields) {
    if (flow.isMissingOnCard(QString::fromStdString(field.id)))
      items << qtTrId("list.item").arg(texts.label(field));
  }
  setTexts(qtTrId("notice.missingItems.title"), items.join(u'\n'),
           qtTrId("notice.missingItems.remedy"));
  setVisible(!items.isEmpty());
}

}  // namespace madoguchi::app
