#pragma once

#include <QMainWindow>
#include <QString>
#include <memory>

#include "app/kit/rooms.h"

namespace madoguchi::app {

class IdleClock;
class Language;
class Session;

/// What the window says of the program and the computer.
struct WindowFacts {
  QString service = {};      ///< its origin
  bool japaneseFont = true;  ///< where there is none, it says so in English
};

/// The one window: header with the language switch, the page, the step indicator. It begins in the
/// home room, tells the clock whatever the person does, and warns before a session ends.
class MainWindow : public QMainWindow {
  Q_OBJECT
 public:
  MainWindow(Rooms rooms, Language& language, IdleClock& idle, Session& session,
             WindowFacts facts = {}, QWidget* parent = nullptr);
  ~MainWindow() override;

  /// Where the person is.
  [[nodiscard]] Place place() const;

 signals:
  /// The person has come to a place.
  void placeShown(const madoguchi::app::Place& place);

 protected:
  void closeEvent(QCloseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  class Private;
  std::unique_ptr<Private> d;
};

}  // namespace madoguchi::app
