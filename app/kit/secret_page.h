#pragma once

#include "app/kit/page_widget.h"
#include "app/rooms/registration/registration_flow.h"
#include "app/widgets/ruby_button.h"

namespace madoguchi::app {

class FailurePanel;
class MessagePanel;
class PadChoice;
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

  card::Secret m_which;
  RubyLabel* m_intro = nullptr;
  RubyLabel* m_tries = nullptr;
  SecretEntry* m_entry = nullptr;
  FailurePanel* m_failure = nullptr;
  MessagePanel* m_answer = nullptr;   ///< wrong, or impossible
  MessagePanel* m_lastTry = nullptr;  ///< asks for the explicit yes
  MessagePanel* m_checking = nullptr;
  MessagePanel* m_notEntered = nullptr;
  PadChoice* m_pad = nullptr;
  RubyButton* m_next = nullptr;
  RubyLabel* m_forgotten = nullptr;
  RubyLabel* m_whenForgotten = nullptr;
  SecretOutcome m_shown = SecretOutcome::none;
};

}  // namespace madoguchi::app
