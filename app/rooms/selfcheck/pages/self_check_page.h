#pragma once

#include "app/kit/page_widget.h"

namespace madoguchi::app {

class CheckRow;
class MessagePanel;
class SelfCheck;

/// The self-check, over the page from which it was opened, which stays as it is.
class SelfCheckPage : public PageWidget {
  Q_OBJECT
 public:
  SelfCheckPage(RegistrationFlow& flow, SelfCheck& check, QWidget* parent = nullptr);

 signals:
  void closed();

 private:
  [[nodiscard]] QString report() const;
  void showItems();
  void save();
  void say(Text text);

  SelfCheck& m_check;
  MessagePanel* m_whole;
  std::vector<CheckRow*> m_rows;
  RubyLabel* m_said;
  Text m_saying;
};

}  // namespace madoguchi::app
