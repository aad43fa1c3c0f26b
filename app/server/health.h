#pragma once

#include <functional>

#include "app/core/failure_code.h"
#include "app/core/pending.h"

namespace madoguchi::app {

class Server;

/// Whether the service can be reached and is well; why not, otherwise.
Pending askHealth(Server& server, std::function<void(FailureCode)> answer);

}  // namespace madoguchi::app
