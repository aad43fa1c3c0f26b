#pragma once

#include "app/rooms/registration/pages/registration_page.h"

class QProgressBar;

namespace madoguchi::app {

/// While the registration is signed and sent.
class SubmittingPage : public RegistrationPage {
  Q_OBJECT
 public:
  explicit SubmittingPage(RegistrationFlow& flow, QWidget* parent = nullptr);

 private:
  /// The reader, or the person who types at it: one cannot do both.
  void showWhoIsWaitedFor();
  [[nodiscard]] QString whatCancelDoes() const;

  RubyLabel* m_wait;
  RubyLabel* m_typeAtReader = nullptr;
  RubyLabel* m_whatCancelDoes;
  QProgressBar* m_progress;
};

}  // namespace madoguchi::app
