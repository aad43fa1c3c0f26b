#pragma once

#include "app/widgets/message_panel.h"

namespace madoguchi::app {

class CardVisit;

/// What a person should know about their card, whether it stops anything or not. Hidden while there
/// is nothing to say.
class CardNotice : public MessagePanel {
  Q_OBJECT
 public:
  enum class About {
    endsSoon,      ///< a certificate ends within 30 days
    beginsLater,   ///< when the certificate becomes valid that is not valid yet
    severalCards,  ///< cards lie in several readers
  };
  CardNotice(const CardVisit& visit, About about, const QString& objectName,
             QWidget* parent = nullptr);

 private:
  void sayAll();
  /// False where there is nothing to say.
  bool sayEndsSoon();
  bool sayBeginsLater();
  bool saySeveralCards();

  const CardVisit& m_visit;
  About m_about;
};

}  // namespace madoguchi::app
