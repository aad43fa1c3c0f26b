#pragma once

#include "app/kit/page_widget.h"

namespace madoguchi::app {

class CardLoginFlow;
class FailurePanel;
class LineEntry;

/// The authentication ID, and the card on the reader, looked at live.
class CardLoginPage : public PageWidget {
  Q_OBJECT
 public:
  explicit CardLoginPage(CardLoginFlow& flow, QWidget* parent = nullptr);
  void focusFirst() override;

 private:
  void addCard();
  void showState();
  void showFailure();

  CardLoginFlow& m_flow;
  FailurePanel* m_failure = nullptr;
  FailurePanel* m_cardFailure = nullptr;
  LineEntry* m_id = nullptr;
  RubyLabel* m_asking = nullptr;
  RubyButton* m_renewed = nullptr;
};

}  // namespace madoguchi::app
