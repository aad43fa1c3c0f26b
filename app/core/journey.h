#pragma once

#include <QObject>
#include <QString>
#include <optional>
#include <string>

namespace madoguchi::app {

/// A way into a room. Rooms know each other by these names alone.
struct Door {
  std::string room;     ///< room_names.h
  std::string at = {};  ///< which of its doors: an entrance, a draft; the room says which there are
};

/// Where the person is, as header, step indicator, report and tests name it.
struct Place {
  QString page;  ///< its name in reports, "signaturePassword"
  int step = 0;  ///< of `steps`, from 1; 0 where no indicator stands
  int steps = 0;
  const char* stepName = "";   ///< id of its text
  bool offersWayBack = false;  ///< and the way out, in the header
};

/// A room's flow as the window sees it. It knows no widget and no other journey.
class Journey : public QObject {
  Q_OBJECT
 public:
  using QObject::QObject;

  [[nodiscard]] virtual Place place() const = 0;
  /// Whether something that the person has typed would be gone after leave().
  [[nodiscard]] virtual bool wouldLoseSomething() const = 0;
  /// What the person wants done is on its way and has no answer yet: leave() breaks it off, though
  /// nothing that was typed may be lost.
  [[nodiscard]] virtual bool isSending() const { return false; }
  /// Something was sent, and whether it has arrived is not known.
  [[nodiscard]] virtual bool mayHaveArrived() const { return false; }
  /// One place back, or what else takes back what the person did last. False at the first place:
  /// going back from there is leaving.
  virtual bool back() = 0;
  /// Wipes secrets and answers and calls off what is under way. Afterwards it is only destroyed,
  /// once its pages are gone.
  virtual void leave() = 0;
  /// Another room lies over it from now on: secrets go, answers stay.
  virtual void cover() = 0;
  virtual void uncover() = 0;

 signals:
  void placeChanged();
  /// Another room has to lie over this one before it can go on.
  void needs(const madoguchi::app::Door& door);
  /// It has come to its end, and what shall come in its place; otherwise what lies under it.
  void ended(const std::optional<madoguchi::app::Door>& next);
};

}  // namespace madoguchi::app
