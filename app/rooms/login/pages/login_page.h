#pragma once

#include "app/kit/page_widget.h"

namespace madoguchi::app {

class FailurePanel;
class LineEntry;
class LoginFlow;
class MessagePanel;
class SecretEntry;

/// Authentication ID and password, and what to do without them.
class LoginPage : public PageWidget {
  Q_OBJECT
 public:
  explicit LoginPage(LoginFlow& flow, QWidget* parent = nullptr);
  void focusFirst() override;

 private:
  void buildPassword();
  void buildForgotten();
  void showState();
  void showFailure();

  LoginFlow& m_flow;
  FailurePanel* m_failure = nullptr;
  RubyButton* m_newPassword = nullptr;
  LineEntry* m_id = nullptr;
  SecretEntry* m_password = nullptr;
  LineEntry* m_email = nullptr;
  MessagePanel* m_sent = nullptr;
  RubyLabel* m_asking = nullptr;
};

}  // namespace madoguchi::app
