#include "app/kit/card_notice.h"

#include <QDateTime>

#include "app/card/card_visit.h"
#include "app/kit/texts.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

CardNotice::CardNotice(const CardVisit& visit, About about, const QString& objectName,
                       QWidget* parent)
    : MessagePanel(Kind::notice, parent), m_visit(visit), m_about(about) {
  setObjectName(objectName);
  connect(&visit, &CardVisit::statusChanged, this, &CardNotice::sayAll);
  connect(&visit, &CardVisit::failureChanged, this, &CardNotice::sayAll);
  speak(*this, [this] { sayAll(); });
}

void CardNotice::sayAll() {
  switch (m_about) {
    case About::endsSoon:
      setVisible(sayEndsSoon());
      break;
    case About::beginsLater:
      setVisible(sayBeginsLater());
      break;
    case About::severalCards:
      setVisible(saySeveralCards());
      break;
  }
}

bool CardNotice::sayEndsSoon() {
  const auto day = m_visit.certificateEndsSoon();
  if (day) {
    setTexts(qtTrId("notice.endsSoon.title").arg(writtenDate(*day)), qtTrId("notice.endsSoon.text"),
             qtTrId("notice.endsSoon.remedy"));
  }
  return day.has_value();
}

bool CardNotice::sayBeginsLater() {
  const auto begins = m_visit.certificateBegins();
  if (begins) {
    // Rounded up: a minute too late helps, one too early does not.
    const auto minute = std::chrono::ceil<std::chrono::minutes>(*begins);
    setTexts(qtTrId("notice.beginsLater.title").arg(writtenTime(timeInJapan(minute))),
             qtTrId("notice.beginsLater.text").arg(writtenTime(QDateTime::currentDateTime())),
             qtTrId("notice.beginsLater.remedy"));
  }
  return begins.has_value();
}

bool CardNotice::saySeveralCards() {
  const CardStatus& status = m_visit.status();
  if (status.readersWithCard.size() < 2) return false;
  const bool found = status.card == CheckResult::good;
  QStringList readers;
  for (const QString& reader : status.readersWithCard) readers << qtTrId("list.item").arg(reader);
  setTexts(qtTrId("notice.severalCards.title"), readers.join(u'\n'),
           found ? qtTrId("notice.severalCards.found").arg(status.readerName)
                 : qtTrId("notice.severalCards.none"));
  return true;
}

}  // namespace madoguchi::app
