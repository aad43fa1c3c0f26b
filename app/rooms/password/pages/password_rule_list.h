#pragma once

#include <QWidget>
#include <vector>

#include "app/core/account_password.h"

namespace madoguchi::app {

class CheckRow;

/// What a new password has to have, each said to be there or not while it is typed.
class PasswordRuleList : public QWidget {
  Q_OBJECT
 public:
  explicit PasswordRuleList(const QString& objectName, QWidget* parent = nullptr);
  /// What is not met is marked as wrong once the password was refused.
  void setMet(const protocol::PasswordRules& met, bool isRefused);
  /// What is not there yet, in words, to be spoken with the field.
  [[nodiscard]] QString spoken() const;

 private:
  void sayAll();

  protocol::PasswordRules m_met;
  bool m_isRefused = false;
  std::vector<CheckRow*> m_rows;
};

}  // namespace madoguchi::app
