#include "app/kit/card_notice.h"

#include "app/kit/field_texts.h"
#include "app/rooms/registration/registration_flow.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

CardNotice::CardNotice(RegistrationFlow& flow, About about, const QString& objectName,
                       QWidget* parent)
    : MessagePanel(Kind::notice, parent), m_flow(flow), m_about(about) {
  setObjectName(objectName);
  connect(&flow, &RegistrationFlow::cardStatusChanged, this, &CardNotice::sayAll);
  speak(*this, [this] { sayAll(); });
}

void CardNotice::sayAll() {
  switch (m_about) {
    case About::endsSoon:
      setVisible(sayEndsSoon());
      break;
    case About::severalCards:
      setVisible(saySeveralCards());
      break;
    case About::missingItems:
      setVisible(sayMissingItems());
      break;
  }
}

bool CardNotice::sayEndsSoon() {
  const auto day = m_flow.certificateEndsSoon();
  if (day) {
    setTexts(qtTrId("notice.endsSoon.title").arg(writtenDate(*day)), qtTrId("notice.endsSoon.text"),
             qtTrId("notice.endsSoon.remedy"));
  }
  return day.has_value();
}

bool CardNotice::saySeveralCards() {
  const CardStatus& status = m_flow.cardStatus();
  if (status.readersWithCard.size() < 2) return false;
  const bool found = status.card == CheckResult::good;
  QStringList readers;
  for (const QString& reader : status.readersWithCard) readers << qtTrId("list.item").arg(reader);
  setTexts(qtTrId("notice.severalCards.title"), readers.join(u'\n'),
           found ? qtTrId("notice.severalCards.found").arg(status.readerName)
                 : qtTrId("notice.severalCards.none"));
  return true;
}

bool CardNotice::sayMissingItems() {
  QStringList items;
  for (const forms::FieldDefinition& field : forms::FormDefinition::registration().fields()) {
    const QString id = QString::fromStdString(field.id);
    if (m_flow.isMissingOnCard(id))
      items << qtTrId("list.item").arg(fieldLabel(id, m_flow.entrance()));
  }
  setTexts(qtTrId("notice.missingItems.title"), items.join(u'\n'),
           qtTrId("notice.missingItems.remedy"));
  return !items.isEmpty();
}

}  // namespace madoguchi::app
