#pragma once

#include <vector>

#include "backend/http/endpoint.h"

namespace madoguchi::backend {

class LoginService;

/// /v1/sessions. The service outlives them.
std::vector<Endpoint> loginEndpoints(LoginService& service);

/// Reads the token of the session as browsers and clients send it (RFC 6750, 2.1).
FindPrincipal principalFinder(LoginService& service);

}  // namespace madoguchi::backend
