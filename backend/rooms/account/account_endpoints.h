#pragma once

#include <functional>
#include <string>
#include <vector>

#include "backend/http/endpoint.h"

namespace madoguchi::backend {

class InformationService;
class Storage;

struct AccountParts {
  Storage& storage;                 ///< outlives the endpoints
  InformationService& information;  ///< outlives the endpoints
  std::string origin;               ///< of this service, "https://host[:port]"
  std::function<void()> mailAdded;  ///< called when a mail may have been stored
};

/// /v1/account and what belongs to it: of whoever asks, and of nobody else. And the pages under
/// /email, which confirm a new address.
std::vector<Endpoint> accountEndpoints(const AccountParts& parts);

}  // namespace madoguchi::backend
