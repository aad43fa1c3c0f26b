#pragma once

#include "app/kit/page_widget.h"

namespace madoguchi::app {

class ApplicationFlow;
class FailurePanel;

/// The card is put on the reader with which the application is signed.
class ApplicationCardPage : public PageWidget {
  Q_OBJECT
 public:
  explicit ApplicationCardPage(ApplicationFlow& flow, QWidget* parent = nullptr);
  void focusFirst() override;

 private:
  void showState();
  void next();

  ApplicationFlow& m_flow;
  FailurePanel* m_returned;
  FailurePanel* m_failure;
};

}  // namespace madoguchi::app
