#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "backend/http/endpoint.h"

namespace madoguchi::backend {

struct HomeParts {
  std::function<bool()> works;          ///< whether a request could be served now
  std::filesystem::path announcements;  ///< see announcements.h
};

/// What is open to everybody: /v1/health and /v1/announcements.
std::vector<Endpoint> homeEndpoints(HomeParts parts);

}  // namespace madoguchi::backend
