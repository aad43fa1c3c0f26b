#include "app/rooms/registration/registration_api.h"

#include <utility>

#include "app/server/server.h"

namespace madoguchi::app {

Pending sendRegistration(Server& server, const std::string& idempotencyKey, std::string body,
                         std::function<void(const RegistrationAnswer&)> answer) {
  return server.send(
      {.method = HttpMethod::post,
       .path = "/v1/registrations",
       .json = std::move(body),
       .idempotencyKey = idempotencyKey},
      [answer = std::move(answer)](const HttpAnswer& what) { answer(readRegistration(what)); });
}

}  // namespace madoguchi::app
