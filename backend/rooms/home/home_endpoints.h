#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "backend/http/endpoint.h"

namespace madoguchi::backend {

class Announcements;

struct HomeParts {
  /// What a registration would meet now; nothing when all is well. Writes it to the log.
  std::function<bool()> obstacle;
  std::shared_ptr<Announcements> announcements;
  std::string helpDesk;  ///< how to reach it, for people; empty where there is none
};

/// What is open to everybody: /v1/health and /v1/announcements.
std::vector<Endpoint> homeEndpoints(HomeParts parts);

}  // namespace madoguchi::backend
