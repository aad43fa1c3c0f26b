#pragma once

class QWidget;

namespace madoguchi::app {

/// Lets Tab go from `before` to what it stops at within `widget`, in the order in which that was
/// made, wherever the order of the window has put it. The last of these, or `before`. What is made
/// of several controls and hands its focus on to one of them moves as a whole, and must take the
/// focus itself (QWidget::setTabOrder).
QWidget* continueTabOrder(QWidget* before, QWidget& widget);

/// Lets Tab come to what it stops at within `widget` just before `next`: what was made anew, later
/// than what stands below it.
void putBeforeInTabOrder(QWidget& next, QWidget& widget);

}  // namespace madoguchi::app
