#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <vector>

#include "backend/http/listener.h"

namespace madoguchi::backend {

class RegistrationService;
class Storage;
class StructuredLog;

struct RouteParts {
  RegistrationService& service;
  Storage& storage;
  StructuredLog& log;
  std::filesystem::path announcements;
  std::function<void()> mailAdded;   ///< called when a registration has been stored
  std::chrono::seconds requestTime;  ///< for which the database may be asked
};

/// The API of openapi.json. The parts must outlive the routes.
std::vector<Route> makeRoutes(const RouteParts& parts);

}  // namespace madoguchi::backend
