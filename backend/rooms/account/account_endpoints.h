#pragma once

#include <vector>

#include "backend/http/endpoint.h"

namespace madoguchi::backend {

class Storage;

/// /v1/account: that of whoever asks, and nobody else's. The storage outlives them.
std::vector<Endpoint> accountEndpoints(Storage& storage);

}  // namespace madoguchi::backend
