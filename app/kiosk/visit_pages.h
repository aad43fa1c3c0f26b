#pragma once

#include "app/kiosk/visit_watch.h"
#include "app/kit/page_widget.h"

namespace madoguchi::app {

/// Whether the visit shall end: in place of what the person was doing, which nobody else needs to
/// see while they are away.
class VisitQuestionPage : public PageWidget {
  Q_OBJECT
 public:
  /// Of the question that the watch has now; `watch` outlives it.
  explicit VisitQuestionPage(VisitWatch& watch, QWidget* parent = nullptr);

 private:
  void sayLeft();

  VisitWatch& m_watch;
  RubyLabel* m_left;
};

/// The visit ends; nothing of it is shown any more.
class VisitEndPage : public PageWidget {
  Q_OBJECT
 public:
  explicit VisitEndPage(QWidget* parent = nullptr);
  /// The card still lies in the reader.
  void setCard(bool isThere);

 private:
  RubyLabel* m_wait;
  RubyLabel* m_card;
};

}  // namespace madoguchi::app
