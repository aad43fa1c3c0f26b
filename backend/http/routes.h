#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "backend/http/listener.h"

namespace madoguchi::backend {

class Database;
class RegistrationService;
class StructuredLog;

struct RouteParts {
  RegistrationService& service;
  Database& database;
  StructuredLog& log;
  std::filesystem::path announcements;
  std::function<void()> mailAdded;  ///< called when a registration has been stored
};

/// The API of openapi.json. The parts must outlive the routes.
std::vector<Route> makeRoutes(const RouteParts& parts);

}  // namespace madoguchi::backend
