#pragma once

#include "app/pages/page_widget.h"
#include "app/widgets/ruby_button.h"
#include "app/workflow/registration_flow.h"

namespace madoguchi::app {

class FailurePanel;
class MessagePanel;
class SecretEntry;

/// The signature password, or the PIN: how many tries are left stands there before it is asked.
class SecretPage : public PageWidget {
  Q_OBJECT
 public:
  SecretPage(RegistrationFlow& flow, card::Secret which, QWidget* parent = nullptr);
  void focusFirst() override;

 private:
  void build();
  void showState();
  void give();
  [[nodiscard]] std::optional<card::TriesLeft> tries() const;
  /// Whether the PIN will be typed at the reader's keypad.
  [[nodiscard]] bool atReader() const;

  card::Secret m_which;
  RubyLabel* m_intro = nullptr;
  RubyLabel* m_tries = nullptr;
  SecretEntry* m_entry = nullptr;
  FailurePanel* m_failure = nullptr;
  MessagePanel* m_answer = nullptr;   ///< wrong, or impossible
  MessagePanel* m_lastTry = nullptr;  ///< asks for the explicit yes
  MessagePanel* m_checking = nullptr;
  MessagePanel* m_notEntered = nullptr;
  RubyLabel* m_atReader = nullptr;  ///< what to do at a reader with a keypad
  RubyCheckBox* m_onScreen = nullptr;
  RubyButton* m_next = nullptr;
  RubyLabel* m_forgotten = nullptr;
  RubyLabel* m_whenForgotten = nullptr;
  SecretOutcome m_shown = SecretOutcome::none;
};

}  // namespace madoguchi::app
