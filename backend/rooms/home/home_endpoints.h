#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "backend/http/endpoint.h"
#include "protocol/client_version.h"

namespace madoguchi::backend {

class Announcements;

struct HomeParts {
  /// What a registration would meet now; nothing when all is well. Writes it to the log.
  std::function<bool()> obstacle;
  std::shared_ptr<Announcements> announcements;
  /// The operator's own rows of facts of procedures, as JSON texts; none where there are none.
  std::function<std::vector<std::string>()> procedureFacts;
  std::string helpDesk;  ///< how to reach it, for people; empty where there is none
  /// The least version of the client that is accepted.
  std::optional<protocol::Version> leastClient = {};
};

/// What is open to everybody: /v1/health and /v1/announcements.
std::vector<Endpoint> homeEndpoints(HomeParts parts);

}  // namespace madoguchi::backend
