#include "app/rooms/registration/pages/registration_room.h"

#include <utility>

#include "app/kit/secret_page.h"
#include "app/rooms/registration/pages/before_you_start_page.h"
#include "app/rooms/registration/pages/step1_page.h"
#include "app/rooms/registration/pages/step2_page.h"
#include "app/rooms/registration/pages/step3_page.h"
#include "app/rooms/registration/pages/submitting_page.h"
#include "app/rooms/registration/registration_flow.h"

namespace madoguchi::app {

namespace {

PageWidget* makeSecretPage(RegistrationFlow& flow, card::Secret which) {
  auto* page = new SecretPage(flow.visit(), which);
  QObject::connect(page, &SecretPage::otherCardWanted, &flow,
                   &RegistrationFlow::beginAgainWithCard);
  return page;
}

PageWidget* makeStep2Page(RegistrationFlow& flow, QString& wanted) {
  auto* page = new Step2Page(flow);
  QObject::connect(page, &Step2Page::fieldWanted, &flow, [&flow, &wanted](const QString& field) {
    wanted = field;
    flow.back();
  });
  return page;
}

/// `wanted` is the field that the person wants to change on STEP1.
PageWidget* makePage(RegistrationFlow& flow, Outlets& outlets, QString& wanted) {
  switch (flow.page()) {
    case Page::beforeYouStart:
      return new BeforeYouStartPage(flow);
    case Page::signaturePassword:
      return makeSecretPage(flow, card::Secret::signaturePassword);
    case Page::authenticationPin:
      return makeSecretPage(flow, card::Secret::authenticationPin);
    case Page::step1:
      return new Step1Page(flow, std::exchange(wanted, {}));
    case Page::step2:
      return makeStep2Page(flow, wanted);
    case Page::submitting:
      return new SubmittingPage(flow);
    case Page::step3:
      return new Step3Page(flow, outlets);
  }
  return nullptr;
}

}  // namespace

OpenedRoom registrationRoom(std::unique_ptr<RegistrationFlow> flow, Outlets& outlets) {
  RegistrationFlow& registration = *flow;
  return {std::move(flow), [&registration, &outlets, wanted = std::make_shared<QString>()] {
            return makePage(registration, outlets, *wanted);
          }};
}

}  // namespace madoguchi::app
