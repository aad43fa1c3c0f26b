#pragma once

#include <functional>
#include <set>
#include <string>

#include "app/kit/rooms.h"
#include "app/rooms/registration/registration_flow.h"

namespace madoguchi::app {

class OperatorTexts;
class Outlets;
class SelfCheck;
class Session;

/// What the rooms work with. All of it outlives them.
struct RoomsUse {
  RegistrationUses registration;
  SelfCheck& selfCheck;
  Session& session;
  OperatorTexts& operatorTexts;
  Outlets& outlets;
  std::set<std::string> entrances = {};  ///< that are offered; empty for all
};

/// Every room of the program; nothing else knows all of them. `begun` hears of each registration.
Rooms allRooms(const RoomsUse& use, std::function<void(RegistrationFlow&)> begun = {});

}  // namespace madoguchi::app
