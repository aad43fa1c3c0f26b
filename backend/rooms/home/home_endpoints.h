#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "backend/http/endpoint.h"

namespace madoguchi::backend {

struct HomeParts {
  /// What a registration would meet now; nothing when all is well. Writes it to the log.
  std::function<bool()> obstacle;
  std::filesystem::path announcements;  ///< see announcements.h
};

/// What is open to everybody: /v1/health and /v1/announcements.
std::vector<Endpoint> homeEndpoints(HomeParts parts);

}  // namespace madoguchi::backend
