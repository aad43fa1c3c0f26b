#include "app/rooms/password/pages/password_room.h"

#include <utility>

#include "app/rooms/password/pages/password_done_page.h"
#include "app/rooms/password/pages/password_page.h"
#include "app/rooms/password/password_flow.h"

namespace madoguchi::app {

OpenedRoom passwordRoom(std::unique_ptr<PasswordFlow> flow) {
  PasswordFlow& password = *flow;
  return {std::move(flow), [&password]() -> PageWidget* {
            if (password.isDone()) return new PasswordDonePage(password);
            return new PasswordPage(password);
          }};
}

}  // namespace madoguchi::app
