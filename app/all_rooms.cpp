#include "app/all_rooms.h"

#include <utility>

#include "app/core/room_names.h"
#include "app/rooms/account/account_flow.h"
#include "app/rooms/account/pages/account_room.h"
#include "app/rooms/application/application_flow.h"
#include "app/rooms/application/pages/application_room.h"
#include "app/rooms/home/home_flow.h"
#include "app/rooms/home/pages/home_room.h"
#include "app/rooms/login/card_login_flow.h"
#include "app/rooms/login/login_flow.h"
#include "app/rooms/login/pages/login_room.h"
#include "app/rooms/password/pages/password_room.h"
#include "app/rooms/password/password_flow.h"
#include "app/rooms/registration/pages/registration_room.h"
#include "app/rooms/selfcheck/pages/self_check_room.h"
#include "app/rooms/selfcheck/self_check_flow.h"

namespace madoguchi::app {

namespace {

template <typename Flow>
void add(Rooms& rooms, const char* name,
         const std::function<OpenedRoom(const std::string& at)>& open) {
  rooms[name] = {.pageNames = Flow::pageNames(), .open = open};
}

}  // namespace

Rooms allRooms(const RoomsUse& use, std::function<void(RegistrationFlow&)> begun) {
  Rooms rooms;
  add<HomeFlow>(rooms, kHomeRoom, [use](const std::string& /*at*/) {
    const RegistrationUses& uses = use.registration;
    return homeRoom(std::make_unique<HomeFlow>(HomeUses{.server = uses.server,
                                                        .language = uses.language,
                                                        .terms = uses.terms,
                                                        .session = use.session,
                                                        .operatorTexts = use.operatorTexts,
                                                        .entrances = use.entrances}));
  });
  const auto withCard = [use](const std::string& at) {
    const RegistrationUses& uses = use.registration;
    return cardLoginRoom(
        std::make_unique<CardLoginFlow>(CardLoginUses{.desk = uses.card,
                                                      .server = uses.server,
                                                      .session = use.session,
                                                      .idle = uses.idle,
                                                      .secretLifetime = uses.secretLifetime},
                                        at));
  };
  add<CardLoginFlow>(rooms, kCardLoginRoom, withCard);
  add<LoginFlow>(rooms, kLoginRoom, [use, withCard](const std::string& at) {
    // Whoever is to come back comes in the way they came.
    if (at == kLoginAgain && use.session.wasWithCard()) return withCard(at);
    const RegistrationUses& uses = use.registration;
    return loginRoom(std::make_unique<LoginFlow>(LoginUses{.server = uses.server,
                                                           .session = use.session,
                                                           .idle = uses.idle,
                                                           .secretLifetime = uses.secretLifetime},
                                                 at));
  });
  add<AccountFlow>(rooms, kAccountRoom, [use](const std::string& /*at*/) {
    return accountRoom(std::make_unique<AccountFlow>(
        AccountUses{.server = use.registration.server, .session = use.session}));
  });
  add<ApplicationFlow>(rooms, kApplicationRoom, [use](const std::string& /*at*/) {
    const RegistrationUses& uses = use.registration;
    return applicationRoom(
        std::make_unique<ApplicationFlow>(ApplicationUses{.desk = uses.card,
                                                          .server = uses.server,
                                                          .session = use.session,
                                                          .idle = uses.idle,
                                                          .secretLifetime = uses.secretLifetime}),
        use.outlets);
  });
  const auto newPassword = [use](PasswordTask task, const std::string& of) {
    const RegistrationUses& uses = use.registration;
    return passwordRoom(
        std::make_unique<PasswordFlow>(PasswordUses{.server = uses.server,
                                                    .session = use.session,
                                                    .idle = uses.idle,
                                                    .secretLifetime = uses.secretLifetime},
                                       task, of));
  };
  add<PasswordFlow>(rooms, kPasswordRoom, [newPassword](const std::string& at) {
    return newPassword(at.empty() ? PasswordTask::change : PasswordTask::expired, at);
  });
  add<PasswordFlow>(rooms, kPasswordLinkRoom, [newPassword](const std::string& at) {
    return newPassword(PasswordTask::byLink, at);
  });
  add<RegistrationFlow>(
      rooms, kRegistrationRoom, [use, begun = std::move(begun)](const std::string& at) {
        auto entrance = forms::Entrance::cardHolder;
        forms::fromString(at, entrance);
        auto flow = std::make_unique<RegistrationFlow>(use.registration, entrance);
        if (begun) begun(*flow);
        return registrationRoom(std::move(flow), use.outlets);
      });
  add<SelfCheckFlow>(rooms, kSelfCheckRoom, [use](const std::string& /*at*/) {
    return selfCheckRoom(std::make_unique<SelfCheckFlow>(use.selfCheck), use.outlets);
  });
  return rooms;
}

}  // namespace madoguchi::app
