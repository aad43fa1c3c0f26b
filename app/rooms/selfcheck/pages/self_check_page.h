#pragma once

#include "app/kit/page_widget.h"

namespace madoguchi::app {

class CheckRow;
class MessagePanel;
class Outlets;
class SavedNotice;
class SelfCheck;
class SelfCheckFlow;

/// What the self-check has found, for the person and for a help desk.
class SelfCheckPage : public PageWidget {
  Q_OBJECT
 public:
  SelfCheckPage(SelfCheckFlow& flow, Outlets& outlets, QWidget* parent = nullptr);

 private:
  [[nodiscard]] QString report() const;
  void showItems();
  void save();
  void say(Text text);

  SelfCheck& m_check;
  Outlets& m_outlets;
  MessagePanel* m_whole;
  std::vector<CheckRow*> m_rows;
  RubyLabel* m_said;
  Text m_saying;
  SavedNotice* m_saved;
};

}  // namespace madoguchi::app
