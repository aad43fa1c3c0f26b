#pragma once

#include <memory>

#include "app/kit/rooms.h"

namespace madoguchi::app {

class PasswordFlow;

OpenedRoom passwordRoom(std::unique_ptr<PasswordFlow> flow);

}  // namespace madoguchi::app
