#pragma once

#include "app/rooms/registration/pages/registration_page.h"

namespace madoguchi::app {

class Outlets;
class SavedNotice;
struct Document;

/// STEP3: the authentication ID and what happens next; to be copied, printed or saved.
class Step3Page : public RegistrationPage {
  Q_OBJECT
 public:
  Step3Page(RegistrationFlow& flow, Outlets& outlets, QWidget* parent = nullptr);
  void focusFirst() override;

 private:
  [[nodiscard]] Document receiptOfToday() const;
  void copy();
  void print();
  void savePdf();
  void say(const Text& text);

  Outlets& m_outlets;
  RubyLabel* m_copied = nullptr;
  RubyLabel* m_said = nullptr;  ///< of paper
  SavedNotice* m_saved = nullptr;
  Text m_saying;
};

}  // namespace madoguchi::app
