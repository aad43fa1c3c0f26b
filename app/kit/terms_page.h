#pragma once

#include "app/kit/page_widget.h"

namespace madoguchi::app {

struct AgreedTerms;

/// Shows the terms over the page from which they were opened, which stays as it is.
class TermsPage : public PageWidget {
  Q_OBJECT
 public:
  /// Whoever sees it has opened the terms.
  explicit TermsPage(AgreedTerms& terms, QWidget* parent = nullptr);

 private:
  void sayTerms();

  const QString m_folder;
  QVBoxLayout* m_text = nullptr;
};

}  // namespace madoguchi::app
