#include "app/rooms/application/pages/application_room.h"

#include <utility>

#include "app/kit/secret_page.h"
#include "app/rooms/application/application_flow.h"
#include "app/rooms/application/pages/application_form_page.h"
#include "app/rooms/application/pages/bulk_page.h"
#include "app/rooms/application/pages/card_page.h"
#include "app/rooms/application/pages/conflict_page.h"
#include "app/rooms/application/pages/detail_page.h"
#include "app/rooms/application/pages/filed_page.h"
#include "app/rooms/application/pages/list_page.h"
#include "app/rooms/application/pages/prospect_page.h"
#include "app/rooms/application/pages/review_page.h"
#include "app/rooms/application/pages/sending_page.h"
#include "app/rooms/application/pages/start_page.h"

namespace madoguchi::app {
namespace {

PageWidget* makePasswordPage(ApplicationFlow& flow) {
  auto* page = new SecretPage(flow.visit(), card::Secret::signaturePassword);
  QObject::connect(page, &SecretPage::otherCardWanted, &flow, &ApplicationFlow::cancelFiling);
  return page;
}

PageWidget* makeApplicationPage(ApplicationFlow& flow, Outlets& outlets) {
  switch (flow.page()) {
    case ApplicationPage::list:
      break;
    case ApplicationPage::start:
      return new ApplicationStartPage(flow);
    case ApplicationPage::prospect:
      return new ProspectPage(flow);
    case ApplicationPage::form:
      return new ApplicationFormPage(flow, outlets);
    case ApplicationPage::review:
      return new ApplicationReviewPage(flow, outlets);
    case ApplicationPage::card:
      return new ApplicationCardPage(flow);
    case ApplicationPage::password:
      return makePasswordPage(flow);
    case ApplicationPage::sending:
      return new ApplicationSendingPage(flow);
    case ApplicationPage::filed:
      return new ApplicationFiledPage(flow, outlets);
    case ApplicationPage::detail:
      return new ApplicationDetailPage(flow, outlets);
    case ApplicationPage::conflict:
      return new DraftConflictPage(flow);
    case ApplicationPage::bulk:
      return new BulkPage(flow, outlets);
  }
  return new ApplicationListPage(flow, outlets);
}

}  // namespace

OpenedRoom applicationRoom(std::unique_ptr<ApplicationFlow> flow, Outlets& outlets) {
  ApplicationFlow& application = *flow;
  return {std::move(flow),
          [&application, &outlets] { return makeApplicationPage(application, outlets); }};
}

}  // namespace madoguchi::app
