#pragma once

#include "app/kit/page_widget.h"

namespace madoguchi::app {

/// Shows the terms over the page from which they were opened, which stays as it is.
class TermsPage : public PageWidget {
  Q_OBJECT
 public:
  explicit TermsPage(RegistrationFlow& flow, QWidget* parent = nullptr);

 signals:
  void closed();

 private:
  void sayTerms();

  QVBoxLayout* m_text = nullptr;
};

}  // namespace madoguchi::app
