#pragma once

#include <vector>

#include "app/widgets/message_panel.h"
#include "cardreader/jpki_card.h"

namespace madoguchi::app {

class CardVisit;

// What is said and asked where a secret is given, wherever that is.

/// That a secret was wrong and how many tries are left, or that it was not sent. Hidden while there
/// is nothing to say.
class SecretAnswerPanel : public MessagePanel {
  Q_OBJECT
 public:
  SecretAnswerPanel(CardVisit& visit, card::Secret which, const QString& objectName,
                    QWidget* parent = nullptr);
};

/// Asks for the explicit yes before the last try of a secret. Shown while that is what the visit
/// waits for.
class LastTryPanel : public MessagePanel {
  Q_OBJECT
 public:
  LastTryPanel(CardVisit& visit, const QString& objectName, QWidget* parent = nullptr);
};

/// What to do where they were forgotten: wherever a secret may turn out to be wrong, as the answer
/// sends people here.
class ForgottenSecrets : public QWidget {
  Q_OBJECT
 public:
  ForgottenSecrets(const std::vector<card::Secret>& which, const QString& objectName,
                   QWidget* parent = nullptr);
};

/// While the card is asked; at a reader with a keypad, what to do there.
class CheckingPanel : public MessagePanel {
  Q_OBJECT
 public:
  CheckingPanel(CardVisit& visit, const QString& objectName, QWidget* parent = nullptr);
};

}  // namespace madoguchi::app
