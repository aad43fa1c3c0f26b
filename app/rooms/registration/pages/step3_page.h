#pragma once

#include "app/kit/page_widget.h"

class QPrinter;

namespace madoguchi::app {

/// STEP3: the authentication ID and what happens next; to be copied, printed or saved.
class Step3Page : public PageWidget {
  Q_OBJECT
 public:
  explicit Step3Page(RegistrationFlow& flow, QWidget* parent = nullptr);
  /// The same page as a PDF file. False where it could not be written.
  bool savePdf(const QString& file);

 private:
  void copy();
  void print();
  void choosePdf();
  void say(const Text& text);

  RubyLabel* m_copied = nullptr;
  RubyLabel* m_said = nullptr;  ///< of paper and file
  Text m_saying;
};

}  // namespace madoguchi::app
