#pragma once

#include <QStringList>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "app/core/journey.h"

namespace madoguchi::app {

class PageWidget;

struct OpenedRoom {
  std::unique_ptr<Journey> journey;
  /// A new page for the place where the journey is. The caller owns it.
  std::function<PageWidget*()> makePage;
};

struct Room {
  /// Place::page of each of its places: what has to be in the guide and was looked at.
  QStringList pageNames;
  /// At one of its doors.
  std::function<OpenedRoom(const std::string& at)> open;
};

/// By their names. The window knows rooms only so.
using Rooms = std::map<std::string, Room>;

}  // namespace madoguchi::app
