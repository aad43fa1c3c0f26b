#pragma once

#include <functional>

#include "app/core/pending.h"
#include "app/server/answers.h"

namespace madoguchi::app {

class Server;

/// What a signature for the service contains, so that it is good once and now.
Pending askNonce(Server& server, std::function<void(const NonceAnswer&)> answer);

}  // namespace madoguchi::app
