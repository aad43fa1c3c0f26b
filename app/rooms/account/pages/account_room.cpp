#include "app/rooms/account/pages/account_room.h"

#include <utility>

#include "app/rooms/account/account_flow.h"
#include "app/rooms/account/pages/information_change_page.h"
#include "app/rooms/account/pages/information_changed_page.h"
#include "app/rooms/account/pages/information_page.h"
#include "app/rooms/account/pages/information_review_page.h"
#include "app/rooms/account/pages/logins_page.h"
#include "app/rooms/account/pages/menu_page.h"

namespace madoguchi::app {

OpenedRoom accountRoom(std::unique_ptr<AccountFlow> flow) {
  AccountFlow& account = *flow;
  return {std::move(flow), [&account]() -> PageWidget* {
            switch (account.page()) {
              case AccountPage::menu:
                break;
              case AccountPage::information:
                return new InformationPage(account);
              case AccountPage::change:
                return new InformationChangePage(account);
              case AccountPage::review:
                return new InformationReviewPage(account);
              case AccountPage::changed:
                return new InformationChangedPage(account);
              case AccountPage::logins:
                return new LoginsPage(account);
            }
            return new MenuPage(account);
          }};
}

}  // namespace madoguchi::app
