#include "app/rooms/login/pages/login_room.h"

#include <utility>

#include "app/kit/secret_page.h"
#include "app/rooms/login/card_login_flow.h"
#include "app/rooms/login/login_flow.h"
#include "app/rooms/login/pages/card_login_page.h"
#include "app/rooms/login/pages/login_page.h"
#include "app/rooms/login/pages/login_sending_page.h"

namespace madoguchi::app {

OpenedRoom loginRoom(std::unique_ptr<LoginFlow> flow) {
  LoginFlow& login = *flow;
  return {std::move(flow), [&login] { return new LoginPage(login); }};
}

namespace {

PageWidget* makeCardLoginPage(CardLoginFlow& flow) {
  const auto secret = [&flow](card::Secret which) {
    auto* page = new SecretPage(flow.visit(), which);
    QObject::connect(page, &SecretPage::otherCardWanted, &flow, &CardLoginFlow::beginAgain);
    return page;
  };
  switch (flow.step()) {
    case CardLoginFlow::Step::start:
      break;
    case CardLoginFlow::Step::password:
      return secret(card::Secret::signaturePassword);
    case CardLoginFlow::Step::pin:
      return secret(card::Secret::authenticationPin);
    case CardLoginFlow::Step::sending:
      return new LoginSendingPage(flow);
  }
  return new CardLoginPage(flow);
}

}  // namespace

OpenedRoom cardLoginRoom(std::unique_ptr<CardLoginFlow> flow) {
  CardLoginFlow& login = *flow;
  return {std::move(flow), [&login] { return makeCardLoginPage(login); }};
}

}  // namespace madoguchi::app
