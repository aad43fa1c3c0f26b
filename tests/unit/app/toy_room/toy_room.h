#pragma once

#include "app/kit/rooms.h"
#include "tests/unit/app/toy_room/toy_flow.h"

namespace madoguchi::test {

inline constexpr auto kToyRoom = "toy";

app::OpenedRoom toyRoom(std::unique_ptr<ToyFlow> flow);

}  // namespace madoguchi::test
