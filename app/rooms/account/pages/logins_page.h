#pragma once

#include <vector>

#include "app/kit/page_widget.h"

namespace madoguchi::app {

class AccountFlow;
class CheckRow;
class FailurePanel;
struct PastLogin;

/// Who logged in to the account, or tried to, so that its owner sees what was not them.
class LoginsPage : public PageWidget {
  Q_OBJECT
 public:
  explicit LoginsPage(AccountFlow& flow, QWidget* parent = nullptr);

 private:
  void showState();
  void sayLogins();

  AccountFlow& m_flow;
  FailurePanel* m_failure = nullptr;
  RubyLabel* m_asking = nullptr;
  RubyLabel* m_none = nullptr;
  QVBoxLayout* m_place = nullptr;
  std::vector<CheckRow*> m_rows;
};

}  // namespace madoguchi::app
