#pragma once

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

/// How each room is opened, by its name, at one of its doors. The window knows rooms only so.
using Rooms = std::map<std::string, std::function<OpenedRoom(const std::string& at)>>;

}  // namespace madoguchi::app
