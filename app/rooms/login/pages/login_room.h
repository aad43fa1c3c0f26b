#pragma once

#include <memory>

#include "app/kit/rooms.h"

namespace madoguchi::app {

class LoginFlow;

OpenedRoom loginRoom(std::unique_ptr<LoginFlow> flow);

}  // namespace madoguchi::app
