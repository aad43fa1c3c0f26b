#pragma once

#include <memory>

#include "app/kit/rooms.h"

namespace madoguchi::app {

class Outlets;
class RegistrationFlow;

OpenedRoom registrationRoom(std::unique_ptr<RegistrationFlow> flow, Outlets& outlets);

}  // namespace madoguchi::app
