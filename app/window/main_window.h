#pragma once

#include <QMainWindow>
#include <QString>
#include <memory>

#include "app/core/text_size.h"
#include "app/kit/rooms.h"

namespace madoguchi::app {

class IdleClock;
class Language;
class Outlets;
class Session;

/// What the window says of the program and the computer.
struct WindowFacts {
  QString service = {};        ///< its origin
  bool japaneseFont = true;    ///< where there is none, it says so in English
  Outlets* outlets = nullptr;  ///< that the guide may go through
};

/// The one window: header with the language switch, the page, the step indicator. It begins in the
/// home room, tells the clock whatever the person does, and warns before a session ends.
class MainWindow : public QMainWindow {
  Q_OBJECT
 public:
  MainWindow(Rooms rooms, Language& language, IdleClock& idle, Session& session,
             WindowFacts facts = {}, TextSize textSize = TextSize::normal,
             QWidget* parent = nullptr);
  ~MainWindow() override;

  /// Lays a room over the one that is shown.
  void open(const Door& door);
  /// Whether something that was typed would be gone if all rooms were left now.
  [[nodiscard]] bool wouldLoseSomething() const;
  /// Whether something would be broken off then that the person wants done.
  [[nodiscard]] bool isSending() const;
  /// Where the person is.
  [[nodiscard]] Place place() const;

 signals:
  /// The person has chosen another one.
  void textSizeChosen(madoguchi::app::TextSize size);
  /// The person has come to a place.
  void placeShown(const madoguchi::app::Place& place);

 protected:
  void closeEvent(QCloseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void joinDesktopSession();

  class Private;
  std::unique_ptr<Private> d;
};

}  // namespace madoguchi::app
