#include "app/rooms/selfcheck/pages/self_check_room.h"

#include <utility>

#include "app/rooms/selfcheck/pages/self_check_page.h"
#include "app/rooms/selfcheck/self_check_flow.h"

namespace madoguchi::app {

OpenedRoom selfCheckRoom(std::unique_ptr<SelfCheckFlow> flow, Outlets& outlets) {
  SelfCheckFlow& selfCheck = *flow;
  return {std::move(flow),
          [&selfCheck, &outlets] { return new SelfCheckPage(selfCheck, outlets); }};
}

}  // namespace madoguchi::app
