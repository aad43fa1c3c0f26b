#include "app/widgets/tab_order.h"

#include <QWidget>

namespace madoguchi::app {

QWidget* continueTabOrder(QWidget* before, QWidget& widget) {
  const QWidget* whole = nullptr;  // whose parts have moved with it
  for (QWidget* control : widget.findChildren<QWidget*>()) {
    // Lists that fold down have windows of their own, and an order within.
    if (control->focusPolicy() == Qt::NoFocus || control->window() != widget.window()) continue;
    if (whole != nullptr && whole->isAncestorOf(control)) continue;
    QWidget::setTabOrder(before, control);
    before = control;
    if (control->focusProxy() != nullptr) whole = control;
  }
  return before;
}

void putBeforeInTabOrder(QWidget& next, QWidget& widget) {
  QWidget* before = next.previousInFocusChain();
  while (before != &next && (before->focusPolicy() == Qt::NoFocus || widget.isAncestorOf(before))) {
    before = before->previousInFocusChain();
  }
  if (before != &next) continueTabOrder(before, widget);
}

}  // namespace madoguchi::app
