#pragma once

#include "app/kit/page_widget.h"

namespace madoguchi::app {

class CardLoginFlow;
class FailurePanel;

/// While the login is on its way: the card stays on the reader; and what to do where it fails.
class LoginSendingPage : public PageWidget {
  Q_OBJECT
 public:
  explicit LoginSendingPage(CardLoginFlow& flow, QWidget* parent = nullptr);

 private:
  void showState();

  CardLoginFlow& m_flow;
  RubyLabel* m_asking = nullptr;
  RubyLabel* m_typeAtReader = nullptr;
  FailurePanel* m_failure = nullptr;
};

}  // namespace madoguchi::app
