#pragma once

#include "app/kit/secret_entry.h"
#include "cardreader/jpki_card.h"

namespace madoguchi::app {

class CardVisit;
class SecretAnswerPanel;

/// A secret of the card that the visit asks for, with what the card has answered. What is typed
/// stays no longer than the secrets of the visit would.
class CardSecretEntry : public SecretEntry {
  Q_OBJECT
 public:
  CardSecretEntry(CardVisit& visit, card::Secret which, const QString& objectName,
                  QWidget* parent = nullptr);
  /// When the visit has what was typed. It is not kept here, but while the person is asked about
  /// their last try: they can look at it, and change nothing.
  void settle();
  /// Where the card has said something of the last secret: says it, with the focus in the field.
  /// False where there is nothing to say.
  bool presentAnswer();

 private:
  void followQuestion();

  CardVisit& m_visit;
  card::Secret m_which;
  SecretAnswerPanel* m_answer;
  bool m_asked = false;  ///< about the last try
};

}  // namespace madoguchi::app
