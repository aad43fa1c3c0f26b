#pragma once

#include <QPointer>
#include <QWidget>

#include "app/kiosk/visit_watch.h"

class QStackedWidget;
class QVBoxLayout;

namespace madoguchi::app {

class VisitEndPage;

/// A visit as it fills the screen of a kiosk: the program's window, the way out always in view
/// below it, a keyboard where something is typed, and in place of the window the question whether
/// the visit shall end. On a tall screen all of it stands in the lower two thirds, within reach of
/// who sits or is small.
class VisitFrame : public QWidget {
  Q_OBJECT
 public:
  /// Takes `content` as its child; `watch` outlives it.
  VisitFrame(QWidget& content, VisitWatch& watch, QWidget* parent = nullptr);

  /// From now on nothing is shown of the visit but that it ends.
  VisitEndPage& showEnd();

 protected:
  void resizeEvent(QResizeEvent* event) override;
  bool focusNextPrevChild(bool next) override;

 private:
  [[nodiscard]] QWidget* makeHead();
  [[nodiscard]] QWidget* makeFoot();
  void showQuestion();
  void showPage(QWidget& page);
  void arrange();

  VisitWatch& m_watch;
  QWidget& m_content;
  QWidget* m_head;  ///< above what is within reach
  QStackedWidget* m_stack;
  QWidget* m_foot;
  QWidget* m_keyboard;
  QPointer<QWidget> m_focusBefore;
};

}  // namespace madoguchi::app
