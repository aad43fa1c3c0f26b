#pragma once

#include <functional>

#include "app/core/pending.h"
#include "app/server/http_answer.h"

namespace madoguchi::app {

class Server;

/// Whether the service can be reached and is well; why not, otherwise. Asked for with a GET of
/// this path, also by who has connections of their own.
inline constexpr auto kHealthPath = "/v1/health";
FailureCode readHealth(const HttpAnswer& answer);
Pending askHealth(Server& server, std::function<void(FailureCode)> answer);

}  // namespace madoguchi::app
