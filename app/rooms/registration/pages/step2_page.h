#pragma once

#include "app/kit/page_widget.h"
#include "app/rooms/registration/registration_flow.h"

namespace madoguchi::app {

class FailurePanel;
class MessagePanel;
class PadChoice;
class SecretEntry;

/// STEP2: everything for checking, with a way back to each item.
class Step2Page : public PageWidget {
  Q_OBJECT
 public:
  explicit Step2Page(RegistrationFlow& flow, QWidget* parent = nullptr);
  void focusFirst() override;

 private:
  void addAnswers();
  void addSecrets();
  void showState();
  void presentOutcome();
  void submit();

  FailurePanel* m_failure = nullptr;
  RubyButton* m_again = nullptr;
  RubyButton* m_otherCard = nullptr;
  MessagePanel* m_answer = nullptr;
  MessagePanel* m_lastTry = nullptr;
  MessagePanel* m_checking = nullptr;
  MessagePanel* m_notEntered = nullptr;
  QWidget* m_secrets = nullptr;
  RubyLabel* m_tries = nullptr;
  SecretEntry* m_password = nullptr;
  PadChoice* m_pad = nullptr;
  SecretEntry* m_pin = nullptr;
  RubyButton* m_submit = nullptr;
  bool m_submitWhenReady = false;
  SecretOutcome m_shown = SecretOutcome::none;
};

}  // namespace madoguchi::app
