#pragma once

#include <memory>

#include "app/kit/page_widget.h"

namespace madoguchi::app {

class ApplicationFlow;
class FailurePanel;
class FormModel;
class MessagePanel;
class Outlets;

/// What became of an application: its states with their days, what is wanted, the result with what
/// to send or bring, and what the person may still do.
class ApplicationDetailPage : public PageWidget {
  Q_OBJECT
 public:
  ApplicationDetailPage(ApplicationFlow& flow, Outlets& outlets, QWidget* parent = nullptr);
  ~ApplicationDetailPage() override;

 private:
  void addNews();
  void addChecklist();
  void addHandedIn();
  void addFiles();
  void addHistory();
  void sayHistory();
  void addReceipt();
  void addWays();
  void addWithdrawal();
  void addReport();
  void addAnswers();
  void showState();

  ApplicationFlow& m_flow;
  Outlets& m_outlets;
  FailurePanel* m_failure;
  RubyLabel* m_history;
  std::unique_ptr<FormModel> m_filed;
};

}  // namespace madoguchi::app
