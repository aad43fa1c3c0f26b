#pragma once

#include <memory>

#include "app/kit/rooms.h"

namespace madoguchi::app {

class Outlets;
class SelfCheckFlow;

OpenedRoom selfCheckRoom(std::unique_ptr<SelfCheckFlow> flow, Outlets& outlets);

}  // namespace madoguchi::app
