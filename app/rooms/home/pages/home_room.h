#pragma once

#include <memory>

#include "app/kit/rooms.h"

namespace madoguchi::app {

class HomeFlow;

OpenedRoom homeRoom(std::unique_ptr<HomeFlow> flow);

}  // namespace madoguchi::app
