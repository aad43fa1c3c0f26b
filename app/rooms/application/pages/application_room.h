#pragma once

#include <memory>

#include "app/kit/rooms.h"

namespace madoguchi::app {

class ApplicationFlow;
class Outlets;

/// `outlets` outlives it.
OpenedRoom applicationRoom(std::unique_ptr<ApplicationFlow> flow, Outlets& outlets);

}  // namespace madoguchi::app
