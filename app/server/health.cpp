#include "app/server/health.h"

#include <utility>

#include "app/server/answers.h"
#include "app/server/server.h"

namespace madoguchi::app {

Pending askHealth(Server& server, std::function<void(FailureCode)> answer) {
  return server.send({.path = kHealthPath}, [answer = std::move(answer)](const HttpAnswer& what) {
    answer(readHealth(what));
  });
}

}  // namespace madoguchi::app
