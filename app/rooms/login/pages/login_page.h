#pragma once

#include "app/kit/page_widget.h"

class QLineEdit;

namespace madoguchi::app {

class FailurePanel;
class LoginFlow;
class SecretEntry;

/// Authentication ID and password, and what to do without them.
class LoginPage : public PageWidget {
  Q_OBJECT
 public:
  explicit LoginPage(LoginFlow& flow, QWidget* parent = nullptr);
  void focusFirst() override;

 private:
  void buildId();
  void buildPassword();
  void showState();
  void showFailure();

  LoginFlow& m_flow;
  FailurePanel* m_failure = nullptr;
  RubyLabel* m_idError = nullptr;
  QLineEdit* m_id = nullptr;
  SecretEntry* m_password = nullptr;
  RubyLabel* m_asking = nullptr;
};

}  // namespace madoguchi::app
