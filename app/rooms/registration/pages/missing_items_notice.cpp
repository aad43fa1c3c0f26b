#include "app/rooms/registration/pages/missing_items_notice.h"

#include "app/core/visible_text.h"
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
  connect(&flow, &RegistrationFlow::valuesChanged, this, [this, &flow] { sayItems(flow); });
  speak(*this, [this, &flow] { sayItems(flow); });
}

void MissingItemsNotice::sayItems(const RegistrationFlow& flow) {
  const FormTexts texts = registrationTexts(flow.entrance());
  QStringList items;
  QStringList more;
  for (const forms::Field& field : flow.form().definition().fields) {
    const QString id = QString::fromStdString(field.id);
    const QString item = qtTrId("list.item").arg(texts.label(field));
    if (flow.isMissingOnCard(id)) items << item;
    if (const QString words = flow.alsoOnCard(id); !words.isEmpty())
      more << qtTrId("notice.alsoOnCard.text").arg(item, visible(words));
  }
  if (items.isEmpty()) {
    setTexts(qtTrId("notice.alsoOnCard.title"), more.join(u'\n'),
             qtTrId("notice.alsoOnCard.remedy"));
  } else {
    setTexts(qtTrId("notice.missingItems.title"), (items + more).join(u'\n'),
             qtTrId("notice.missingItems.remedy"));
  }
  setVisible(!items.isEmpty() || !more.isEmpty());
}

}  // namespace madoguchi::app
