#pragma once

class QWidget;

namespace madoguchi::app {

/// Lets Tab go from `before` to what it stops at within `widget`, in the order in which that was
/// made, wherever the order of the window has put it. The last of these, or `before`.
QWidget* continueTabOrder(QWidget* before, QWidget& widget);

/// What Tab stops at last within `widget`; null where there is nothing.
QWidget* lastTabStop(const QWidget& widget);

}  // namespace madoguchi::app
