#pragma once

#include <QPointer>

#include "app/kit/page_widget.h"

namespace madoguchi::app {

class AccountFlow;
class FailurePanel;
class FormReview;
class MessagePanel;

/// What the service has of who is logged in.
class InformationPage : public PageWidget {
  Q_OBJECT
 public:
  explicit InformationPage(AccountFlow& flow, QWidget* parent = nullptr);

 private:
  void showState();
  void sayAwaited();
  void addMailsComeBack();

  AccountFlow& m_flow;
  FailurePanel* m_failure = nullptr;
  RubyLabel* m_asking = nullptr;
  RubyLabel* m_id = nullptr;
  MessagePanel* m_awaited = nullptr;
  MessagePanel* m_comeBack = nullptr;
  RubyButton* m_change = nullptr;
  QVBoxLayout* m_place = nullptr;
  QPointer<FormReview> m_review;  ///< there
};

}  // namespace madoguchi::app
