#include "app/kiosk/kiosk_guard.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWidget>
#include <algorithm>
#include <array>

namespace madoguchi::app {

namespace {

// Whatever is not named here does nothing, keys of keyboards to come among them.
constexpr std::array kKeysOfPages{
    Qt::Key_Tab,       Qt::Key_Backtab,  Qt::Key_Return,  Qt::Key_Enter,  Qt::Key_Escape,
    Qt::Key_Backspace, Qt::Key_Delete,   Qt::Key_Left,    Qt::Key_Right,  Qt::Key_Up,
    Qt::Key_Down,      Qt::Key_Home,     Qt::Key_End,     Qt::Key_PageUp, Qt::Key_PageDown,
    Qt::Key_Shift,     Qt::Key_CapsLock, Qt::Key_Control, Qt::Key_Alt,    Qt::Key_AltGr,
    Qt::Key_F1};
// As main_window.cpp has them.
constexpr std::array kKeysOfTextSize{Qt::Key_Plus, Qt::Key_Equal, Qt::Key_Semicolon, Qt::Key_Minus,
                                     Qt::Key_0};
constexpr std::array kKeysOfEditing{
    Qt::Key_A,   Qt::Key_Z,         Qt::Key_Left,   Qt::Key_Right, Qt::Key_Home,
    Qt::Key_End, Qt::Key_Backspace, Qt::Key_Delete, Qt::Key_Shift, Qt::Key_Control};

template <std::size_t size>
bool isOneOf(const std::array<Qt::Key, size>& keys, int key) {
  return std::ranges::find(keys, static_cast<Qt::Key>(key)) != keys.end();
}

bool isStaffChord(const QKeyEvent& key) {
  return key.key() == Qt::Key_F12 && key.modifiers() == (Qt::ControlModifier | Qt::ShiftModifier) &&
         !key.isAutoRepeat();
}

}  // namespace

bool isKeyOfKiosk(const QKeyEvent& key) {
  const Qt::KeyboardModifiers with = key.modifiers();
  if (with.testFlag(Qt::MetaModifier)) return false;
  if (with.testFlag(Qt::AltModifier)) {
    const bool isLetter = key.key() >= Qt::Key_A && key.key() <= Qt::Key_Z;
    return !with.testFlag(Qt::ControlModifier) && (isLetter || key.key() == Qt::Key_Alt);
  }
  if (with.testFlag(Qt::ControlModifier))
    return isOneOf(kKeysOfTextSize, key.key()) || isOneOf(kKeysOfEditing, key.key());
  if (isOneOf(kKeysOfPages, key.key())) {
    // Cuts.
    return key.key() != Qt::Key_Delete || !with.testFlag(Qt::ShiftModifier);
  }
  return !key.text().isEmpty() && key.text().front().isPrint();
}

KioskGuard::KioskGuard(QWidget& room, QObject* parent) : QObject(parent), m_room(room) {
  qApp->installEventFilter(this);
}

bool KioskGuard::closesWindow(QObject* watched, QEvent* event) {
  auto* window = qobject_cast<QWidget*>(watched);
  if (window == nullptr || !window->isWindow()) return false;
  if (event->type() == QEvent::Close) {
    // The program itself does not close windows, it ends.
    if (window != &m_room) return false;
    event->ignore();
    return true;
  }
  if (event->type() == QEvent::WindowStateChange) {
    // After the change has come to its end.
    if (window == &m_room && window->isVisible() &&
        (!window->isFullScreen() || window->isMinimized()))
      QMetaObject::invokeMethod(window, &QWidget::showFullScreen, Qt::QueuedConnection);
    return false;
  }
  // A dialog that no page should have asked for. Lists that drop down are popups.
  const bool isOther = window != &m_room &&
                       (window->windowType() == Qt::Dialog || window->windowType() == Qt::Window ||
                        window->windowType() == Qt::Sheet || window->windowType() == Qt::Tool);
  if (isOther) QMetaObject::invokeMethod(window, &QWidget::close, Qt::QueuedConnection);
  return false;
}

bool KioskGuard::eventFilter(QObject* watched, QEvent* event) {
  switch (event->type()) {
    case QEvent::ContextMenu:
    case QEvent::DragEnter:
    case QEvent::DragMove:
    case QEvent::Drop:
    case QEvent::FileOpen:
      return true;
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
      // The others paste, go back or open menus.
      return static_cast<const QMouseEvent*>(event)->button() != Qt::LeftButton;
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
    case QEvent::ShortcutOverride: {
      const auto& key = *static_cast<const QKeyEvent*>(event);
      // A key press comes to the window first, and then to what has the focus.
      if (event->type() == QEvent::KeyPress && watched->isWindowType() && isStaffChord(key))
        emit staffWanted();
      if (isKeyOfKiosk(key)) return false;
      event->accept();
      return true;
    }
    case QEvent::Close:
    case QEvent::Show:
    case QEvent::WindowStateChange:
      return closesWindow(watched, event);
    default:
      return false;
  }
}

}  // namespace madoguchi::app
