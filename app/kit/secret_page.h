#pragma once

#include "app/card/card_visit.h"
#include "app/kit/page_widget.h"
#include "app/widgets/ruby_button.h"

namespace madoguchi::app {

class CheckingPanel;
class FailurePanel;
class ForgottenSecrets;
class LastTryPanel;
class MessagePanel;
class PadChoice;
class CardSecretEntry;

/// The signature password, or the PIN: how many tries are left stands there before it is asked.
class SecretPage : public PageWidget {
  Q_OBJECT
 public:
  SecretPage(CardVisit& visit, card::Secret which, QWidget* parent = nullptr);
  void focusFirst() override;

 signals:
  /// The person wants to begin again with the check of card and reader.
  void otherCardWanted();

 private:
  void build();
  /// The names that the secret has elsewhere, and where the person has it from.
  void addWhichSecret();
  void showState();
  void presentAnswer(SecretAnswer answer);
  void give();

  CardVisit& m_visit;
  card::Secret m_which;
  RubyLabel* m_intro = nullptr;
  RubyLabel* m_tries = nullptr;
  RubyLabel* m_triesMeaning = nullptr;
  CardSecretEntry* m_entry = nullptr;
  FailurePanel* m_failure = nullptr;
  LastTryPanel* m_lastTry = nullptr;
  CheckingPanel* m_checking = nullptr;
  MessagePanel* m_notEntered = nullptr;
  PadChoice* m_pad = nullptr;
  RubyButton* m_next = nullptr;
  QWidget* m_whichSecret = nullptr;
  ForgottenSecrets* m_forgotten = nullptr;
  SecretAnswer m_shown = SecretAnswer::none;
  bool m_blocked = false;
};

}  // namespace madoguchi::app
