#include "app/rooms/home/home_api.h"

#include <utility>

#include "app/server/server.h"

namespace madoguchi::app {

Pending askAnnouncements(Server& server, const QString& language,
                         std::function<void(const OperatorSays&)> answer) {
  return server.send(
      {.path = "/v1/announcements?language=" + language.toStdString()},
      [answer = std::move(answer)](const HttpAnswer& what) { answer(readAnnouncements(what)); });
}

}  // namespace madoguchi::app
