#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "protocol/refusal.h"

namespace madoguchi::backend {

class StructuredLog;

/// A request as the routes see it: its body has been read and is within the limit.
struct HttpRequest {
  std::string body;
  std::vector<std::pair<std::string, std::string>> query;
  std::string idempotencyKey;
  /// What routes remember of this connection until it ends. Null where several people share it:
  /// it comes from a trusted proxy.
  std::string* connectionNote = nullptr;
  /// The first value of a query parameter; empty where it is missing.
  [[nodiscard]] std::string parameter(std::string_view name) const;
};

struct HttpAnswer {
  int status = 200;
  std::string json;
};

using RouteHandler = std::function<std::variant<HttpAnswer, protocol::Refusal>(const HttpRequest&)>;

struct Route {
  std::string method;  ///< GET or POST
  std::string path;
  RouteHandler handler;
  bool takesJson = false;  ///< a body of application/json; otherwise an empty one
  bool rateLimited = true;
};

struct ListenerOptions {
  std::string host;
  int port = 0;
  std::filesystem::path certificate;
  std::filesystem::path key;
  std::size_t maxBody = 0;
  int rateLimit = 0;
  std::vector<std::string> trustedProxies;
  int threads = 0;
  int requestSeconds = 0;
};

/// HTTPS (TLS 1.2 and later): limits, headers, problems and the log of requests are the same for
/// all routes and stand here.
class Listener {
 public:
  /// Takes the port. Throws std::runtime_error where it is in use, or certificate and key do not
  /// fit.
  Listener(ListenerOptions options, StructuredLog& log);
  ~Listener();
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  [[nodiscard]] int port() const;
  /// Answers requests from threads of its own.
  void start(std::vector<Route> routes);
  /// Takes no further request, lets those that run finish, and returns after the last.
  void stop();

 private:
  class Private;
  std::unique_ptr<Private> d;
};

}  // namespace madoguchi::backend
