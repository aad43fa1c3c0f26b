#include "app/server/nonce.h"

#include <utility>

#include "app/server/server.h"

namespace madoguchi::app {

Pending askNonce(Server& server, std::function<void(const NonceAnswer&)> answer) {
  return server.send(
      {.method = HttpMethod::post, .path = "/v1/nonces"},
      [answer = std::move(answer)](const HttpAnswer& what) { answer(readNonce(what)); });
}

}  // namespace madoguchi::app
