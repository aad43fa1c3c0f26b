#pragma once

#include "app/kit/page_widget.h"
#include "app/rooms/password/password_flow.h"

namespace madoguchi::app {

class FailurePanel;
class PasswordRuleList;
class SecretEntry;

/// The password that somebody has, and another one twice.
class PasswordPage : public PageWidget {
  Q_OBJECT
 public:
  explicit PasswordPage(PasswordFlow& flow, QWidget* parent = nullptr);
  void focusFirst() override;

 private:
  struct Entry {
    PasswordField field;
    SecretEntry* entry;
    const char* label;  ///< id of its text
  };
  SecretEntry* addEntry(PasswordField field, const QString& name, const char* label,
                        std::function<QString()> rule);
  void buildEntries();
  void send();
  void showRules();
  void showState();
  void showFailure();

  PasswordFlow& m_flow;
  FailurePanel* m_failure = nullptr;
  std::vector<Entry> m_entries;  ///< from above
  PasswordRuleList* m_rules = nullptr;
  RubyLabel* m_asking = nullptr;
};

}  // namespace madoguchi::app
