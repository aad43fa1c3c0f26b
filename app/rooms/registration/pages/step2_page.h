#pragma once

#include "app/rooms/registration/pages/registration_page.h"

namespace madoguchi::app {

class CheckingPanel;
class FailurePanel;
class LastTryPanel;
class MessagePanel;
class PadChoice;
class CardSecretEntry;
class ForgottenSecrets;

/// STEP2: everything for checking, with a way back to each item.
class Step2Page : public RegistrationPage {
  Q_OBJECT
 public:
  explicit Step2Page(RegistrationFlow& flow, QWidget* parent = nullptr);
  void focusFirst() override;

 signals:
  /// The person wants to change this field.
  void fieldWanted(const QString& field);

 private:
  void addAnswers();
  void addSecrets();
  /// Of both secrets, which are given together: what there is to say.
  [[nodiscard]] SecretAnswer answer() const;
  void showState();
  void sayCalledOff();
  void presentAnswer();
  void submit();

  FailurePanel* m_failure = nullptr;
  MessagePanel* m_calledOff = nullptr;
  RubyButton* m_again = nullptr;
  RubyButton* m_otherCard = nullptr;
  LastTryPanel* m_lastTry = nullptr;
  CheckingPanel* m_checking = nullptr;
  MessagePanel* m_notEntered = nullptr;
  QWidget* m_secrets = nullptr;
  RubyLabel* m_tries = nullptr;
  ForgottenSecrets* m_forgotten = nullptr;
  CardSecretEntry* m_password = nullptr;
  PadChoice* m_pad = nullptr;
  CardSecretEntry* m_pin = nullptr;
  RubyButton* m_submit = nullptr;
  bool m_submitWhenReady = false;
  SecretAnswer m_shown = SecretAnswer::none;
};

}  // namespace madoguchi::app
