#pragma once

#include "app/pages/page_widget.h"

namespace madoguchi::app {

/// The terms of use as the program holds them.
struct TermsOfUse {
  QString version;
  QString text;  ///< markup
};
/// `language` is "ja", "easy" or "en".
TermsOfUse readTerms(const QString& language);

/// Shows the terms over the page from which they were opened, which stays as it is.
class TermsPage : public PageWidget {
  Q_OBJECT
 public:
  explicit TermsPage(RegistrationFlow& flow, QWidget* parent = nullptr);

 signals:
  void closed();
};

}  // namespace madoguchi::app
