#pragma once

#include <memory>

#include "app/kit/rooms.h"

namespace madoguchi::app {

class AccountFlow;

OpenedRoom accountRoom(std::unique_ptr<AccountFlow> flow);

}  // namespace madoguchi::app
