#pragma once

#include "app/kit/page_widget.h"

namespace madoguchi::app {

/// Asks before something that the person has typed is lost, or what they want done is broken off.
/// closed() is a "no".
class LeavePage : public PageWidget {
  Q_OBJECT
 public:
  struct Question {
    bool closesWindow = false;    ///< otherwise it leads to the top page
    bool losesSomething = false;  ///< that was typed
    bool isSending = false;       ///< something is on its way
    bool mayHaveArrived = false;  ///< what was sent
  };
  explicit LeavePage(Question question, QWidget* parent = nullptr);

 signals:
  void agreed();
};

}  // namespace madoguchi::app
