#pragma once

#include <functional>
#include <vector>

#include "backend/http/endpoint.h"

namespace madoguchi::backend {

class CardLogin;
class LoginService;

/// The services outlive the endpoints.
struct LoginParts {
  LoginService& password;
  CardLogin& card;
  std::function<void()> mailAdded;  ///< may be called although none was
};
/// /v1/sessions and /v1/card-sessions.
std::vector<Endpoint> loginEndpoints(LoginParts parts);

/// Reads the token of the session as browsers and clients send it (RFC 6750, 2.1).
FindPrincipal principalFinder(LoginService& service);

}  // namespace madoguchi::backend
