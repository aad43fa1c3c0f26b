#pragma once

#include <functional>
#include <string>
#include <vector>

#include "backend/http/endpoint.h"

namespace madoguchi::backend {

class PasswordService;

struct PasswordParts {
  PasswordService& service;         ///< outlives the endpoints
  std::string origin;               ///< of this service, "https://host[:port]"
  std::function<void()> mailAdded;  ///< called when a mail may have been stored
};

/// The pages under /password, and for programs /v1/passwords,
/// /v1/password-links and /v1/account/password.
std::vector<Endpoint> passwordEndpoints(const PasswordParts& parts);

}  // namespace madoguchi::backend
