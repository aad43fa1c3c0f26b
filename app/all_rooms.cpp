#include "app/all_rooms.h"

#include <utility>

#include "app/core/room_names.h"
#include "app/rooms/home/home_flow.h"
#include "app/rooms/home/pages/home_room.h"
#include "app/rooms/registration/pages/registration_room.h"
#include "app/rooms/selfcheck/pages/self_check_room.h"
#include "app/rooms/selfcheck/self_check_flow.h"

namespace madoguchi::app {

Rooms allRooms(const RoomsUse& use, std::function<void(RegistrationFlow&)> begun) {
  Rooms rooms;
  rooms[kHomeRoom] = [uses = use.registration](const std::string& /*at*/) {
    return homeRoom(std::make_unique<HomeFlow>(uses.server, uses.language, uses.terms));
  };
  rooms[kRegistrationRoom] = [use, begun = std::move(begun)](const std::string& at) {
    auto entrance = forms::Entrance::cardHolder;
    forms::fromString(at, entrance);
    auto flow = std::make_unique<RegistrationFlow>(use.registration, entrance);
    if (begun) begun(*flow);
    return registrationRoom(std::move(flow), use.outlets);
  };
  rooms[kSelfCheckRoom] = [use](const std::string& /*at*/) {
    return selfCheckRoom(std::make_unique<SelfCheckFlow>(use.selfCheck), use.outlets);
  };
  return rooms;
}

}  // namespace madoguchi::app
