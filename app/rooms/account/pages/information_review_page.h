#pragma once

#include "app/kit/page_widget.h"

namespace madoguchi::app {

class AccountFlow;
class FailurePanel;
class MessagePanel;

/// What is to be another, beside what it was, before it is sent; and while it is on its way.
class InformationReviewPage : public PageWidget {
  Q_OBJECT
 public:
  explicit InformationReviewPage(AccountFlow& flow, QWidget* parent = nullptr);
  void focusFirst() override;

 private:
  void addChanges();
  void showState();

  AccountFlow& m_flow;
  FailurePanel* m_failure = nullptr;
  MessagePanel* m_calledOff = nullptr;
  RubyLabel* m_asking = nullptr;
  RubyButton* m_send = nullptr;
  RubyButton* m_cancel = nullptr;
  bool m_wasAsking = false;
};

}  // namespace madoguchi::app
