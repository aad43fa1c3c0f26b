#pragma once

#include <QPointer>
#include <QStackedWidget>
#include <memory>
#include <optional>
#include <vector>

#include "app/kit/rooms.h"

namespace madoguchi::app {

/// Which rooms are left: the one that is shown, or with it all that lie under it.
enum class Leaving { shown, all };

/// The rooms that are open, each lying over the one before it, and the page of the last.
///
/// A page is made when its journey comes to its place and goes when the journey leaves it or is
/// covered, so that nothing personal stays behind in widgets. All that was typed is in the journey.
class RoomView : public QStackedWidget {
  Q_OBJECT
 public:
  /// Among the rooms is the one to which everything leads back (kHomeRoom).
  explicit RoomView(Rooms rooms, QWidget* parent = nullptr);
  ~RoomView() override;

  void open(const Door& door);
  [[nodiscard]] Place place() const { return m_open.back().journey->place(); }
  [[nodiscard]] PageWidget* page() const;
  /// Of the last room that has steps: a room without any is a glance aside on the way of another.
  [[nodiscard]] Place headerPlace() const;
  [[nodiscard]] bool wouldLoseSomething(Leaving what) const;
  [[nodiscard]] bool isSending(Leaving what) const;
  [[nodiscard]] bool mayHaveArrived(Leaving what) const;
  [[nodiscard]] bool isCovered() const { return m_over != nullptr; }
  /// One step back, where that is not leaving.
  void goBack();
  void leave(Leaving what);
  /// Over what is shown, which stays as it is, until it says closed(); in place of what lies there.
  void lay(PageWidget* over);

 signals:
  void helpWanted();
  /// Another page is shown.
  void pageShown(const madoguchi::app::Place& place);
  /// Another page, or one that lies over it, is shown, or it says its title in another language.
  void titleChanged();
  /// The person wants to leave: nothing has happened yet.
  void leavingWanted(madoguchi::app::Leaving what);

 private:
  struct Open {
    Door door;
    std::unique_ptr<Journey> journey;
    std::function<PageWidget*()> makePage;
    QPointer<PageWidget> page;
    QString focusBefore;  ///< name of what had the focus when it was covered
  };

  [[nodiscard]] bool anyLeft(Leaving what, bool (Journey::*is)() const) const;
  void push(const Door& door);
  void pop();
  void onNeeds(const Journey* who, const Door& door);
  void onEnded(const Journey* who, const std::optional<Door>& next);
  void showPage();
  void show(PageWidget* page);
  void discard(QPointer<PageWidget>& page);
  void takeAway();

  const Rooms m_rooms;
  std::vector<Open> m_open;
  std::vector<Open> m_left;        ///< until another page is shown
  QPointer<PageWidget> m_over;     ///< lies over the page, which stays as it is
  QPointer<QWidget> m_openedFrom;  ///< had the focus before
};

}  // namespace madoguchi::app
