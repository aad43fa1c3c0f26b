#include "app/widgets/tab_order.h"

#include <QWidget>

namespace madoguchi::app {

namespace {

/// Lists that fold down have windows of their own, and an order within.
bool isTabStop(const QWidget& widget, const QWidget& in) {
  return widget.focusPolicy() != Qt::NoFocus && widget.focusProxy() == nullptr &&
         widget.window() == in.window();
}

}  // namespace

QWidget* continueTabOrder(QWidget* before, QWidget& widget) {
  for (QWidget* control : widget.findChildren<QWidget*>()) {
    if (!isTabStop(*control, widget)) continue;
    QWidget::setTabOrder(before, control);
    before = control;
  }
  return before;
}

QWidget* lastTabStop(const QWidget& widget) {
  QWidget* last = nullptr;
  for (QWidget* control : widget.findChildren<QWidget*>()) {
    if (isTabStop(*control, widget)) last = control;
  }
  return last;
}

}  // namespace madoguchi::app
