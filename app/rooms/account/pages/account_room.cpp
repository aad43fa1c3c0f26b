#include "app/rooms/account/pages/account_room.h"

#include <utility>

#include "app/rooms/account/account_flow.h"
#include "app/rooms/account/pages/information_page.h"
#include "app/rooms/account/pages/menu_page.h"

namespace madoguchi::app {

OpenedRoom accountRoom(std::unique_ptr<AccountFlow> flow) {
  AccountFlow& account = *flow;
  return {std::move(flow), [&account]() -> PageWidget* {
            if (account.page() == AccountPage::information) return new InformationPage(account);
            return new MenuPage(account);
          }};
}

}  // namespace madoguchi::app
