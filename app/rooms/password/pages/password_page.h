#pragma once

#include "app/kit/page_widget.h"
#include "app/rooms/password/password_flow.h"

namespace madoguchi::app {

class FailurePanel;
class LineEntry;
class MessagePanel;
class PasswordRuleList;
class SecretEntry;

/// A new password twice, after the one that somebody has, or the link of their mail.
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
  void buildLink();
  void buildCurrent();
  void buildEntries();
  [[nodiscard]] SecretEntry& entryOf(PasswordField field) const;
  void send();
  void showRules();
  void showState();
  void showLink();
  void showFailure();

  PasswordFlow& m_flow;
  FailurePanel* m_failure = nullptr;
  RubyButton* m_renew = nullptr;  ///< these are there where it is set by a link
  MessagePanel* m_sent = nullptr;
  LineEntry* m_link = nullptr;
  std::vector<Entry> m_entries;  ///< from above
  PasswordRuleList* m_rules = nullptr;
  RubyLabel* m_asking = nullptr;
};

}  // namespace madoguchi::app
