#pragma once

#include "app/kit/page_widget.h"

namespace madoguchi::app {

class ApplicationFlow;
class FailurePanel;

/// The draft was changed or filed from another window or computer meanwhile: which one goes on.
class DraftConflictPage : public PageWidget {
  Q_OBJECT
 public:
  explicit DraftConflictPage(ApplicationFlow& flow, QWidget* parent = nullptr);

 private:
  void addChoice();
  void showState();

  ApplicationFlow& m_flow;
  FailurePanel* m_failure;
};

}  // namespace madoguchi::app
