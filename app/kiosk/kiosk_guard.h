#pragma once

#include <QObject>

class QKeyEvent;
class QWidget;

namespace madoguchi::app {

/// Closes the ways out of a program that fills the screen of a kiosk, for as long as it lives: keys
/// that are no typing, closing and shrinking, menus, dialogs, dragging. docs/kiosk-doors.md lists
/// them all.
class KioskGuard : public QObject {
  Q_OBJECT
 public:
  /// Of all windows of the program; `room` is the one that fills the screen, and outlives it.
  explicit KioskGuard(QWidget& room, QObject* parent = nullptr);
  bool eventFilter(QObject* watched, QEvent* event) override;

 signals:
  /// Ctrl, Shift and F12: staff has a keyboard along.
  void staffWanted();

 private:
  [[nodiscard]] bool closesWindow(QObject* watched, QEvent* event);

  QWidget& m_room;
};

/// Whether a key does anything at a kiosk: what types, moves and edits in the page, the size of the
/// text, mnemonics, and F1.
bool isKeyOfKiosk(const QKeyEvent& key);

}  // namespace madoguchi::app
