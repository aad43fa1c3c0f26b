#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "backend/http/endpoint.h"

namespace madoguchi::backend {

class RegistrationService;

struct RegistrationParts {
  RegistrationService& service;     ///< outlives the endpoints
  std::size_t maxBody = 0;          ///< bytes
  std::function<void()> mailAdded;  ///< called when a registration has been stored
};

/// /v1/nonces and /v1/registrations.
std::vector<Endpoint> registrationEndpoints(RegistrationParts parts);

}  // namespace madoguchi::backend
