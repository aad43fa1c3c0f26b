#include "app/rooms/login/pages/login_room.h"

#include <utility>

#include "app/rooms/login/login_flow.h"
#include "app/rooms/login/pages/login_page.h"

namespace madoguchi::app {

OpenedRoom loginRoom(std::unique_ptr<LoginFlow> flow) {
  LoginFlow& login = *flow;
  return {std::move(flow), [&login] { return new LoginPage(login); }};
}

}  // namespace madoguchi::app
