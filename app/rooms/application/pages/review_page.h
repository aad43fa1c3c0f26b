#pragma once

#include "app/kit/page_widget.h"

namespace madoguchi::app {

class ApplicationFlow;
class FailurePanel;
class FormSummary;
class MessagePanel;
class RubyButton;
class Outlets;

/// Everything that was answered, with the way back to each item, before it is filed.
class ApplicationReviewPage : public PageWidget {
  Q_OBJECT
 public:
  ApplicationReviewPage(ApplicationFlow& flow, Outlets& outlets, QWidget* parent = nullptr);
  void focusFirst() override;

 private:
  void addPanels();
  void addOutside();
  /// From when until when it can be filed, where that is what stops it.
  void sayOutside();
  void addNotReplaced();
  void sayNotReplaced();
  void addButtons();
  void showState();

  ApplicationFlow& m_flow;
  FailurePanel* m_failure = nullptr;
  MessagePanel* m_outside = nullptr;
  MessagePanel* m_alreadyFiled = nullptr;
  MessagePanel* m_calledOff = nullptr;
  MessagePanel* m_uploading = nullptr;
  MessagePanel* m_notReplaced = nullptr;
  RubyButton* m_sendAgain = nullptr;
  FormSummary* m_summary = nullptr;
};

}  // namespace madoguchi::app
