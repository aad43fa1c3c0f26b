#include "app/rooms/home/pages/home_room.h"

#include <utility>

#include "app/rooms/home/home_flow.h"
#include "app/rooms/home/pages/top_page.h"

namespace madoguchi::app {

OpenedRoom homeRoom(std::unique_ptr<HomeFlow> flow) {
  HomeFlow& home = *flow;
  return {std::move(flow), [&home] { return new TopPage(home); }};
}

}  // namespace madoguchi::app
