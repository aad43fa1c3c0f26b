#pragma once

#include <chrono>
#include <exception>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "backend/core/encoding.h"
#include "backend/core/ip_address.h"
#include "backend/core/metrics.h"
#include "backend/http/endpoint.h"
#include "protocol/client_version.h"

namespace madoguchi::backend {

class StructuredLog;

/// How long the service waits for a client.
struct Patience {
  using Time = std::chrono::milliseconds;
  Time handshake{5'000};
  Time head{5'000};      ///< from its first byte
  Time idle{60'000};     ///< for a next request: between nonce and registration the card signs
  Time request{30'000};  ///< from its first byte until it is answered
  Time answer{10'000};   ///< to take the answer, where the request has used up its time
  Time hearOut{10'000};  ///< to stop sending what is not read any more
  /// A long body or answer gets a second more for each so many bytes: a telephone at the edge of
  /// its network.
  std::size_t slowestBytesPerSecond = 16'384;

  [[nodiscard]] constexpr std::chrono::seconds timeFor(std::size_t bytes) const {
    return std::chrono::seconds(bytes / slowestBytesPerSecond);
  }
};

struct ServerOptions {
  std::string host;
  int port = 0;  ///< 0 = any free one
  std::filesystem::path certificate;
  std::filesystem::path key;
  int rateLimit = 0;                      ///< tokens a minute and subscriber; 0 = no limit
  std::vector<IpAddress> trustedProxies;  ///< whose X-Forwarded-For is believed
  bool proxyProtocol = false;             ///< they begin with a PROXY header, see ProxyHeader
  std::size_t threads = 1;                ///< requests decided at once
  std::size_t connectionsPerAddress = 1;  ///< but not of trusted proxies
  std::filesystem::path spool;            ///< folder for long bodies while they come
  std::size_t memory = 256UL << 20U;      ///< bytes for all bodies and answers under way
  /// Of the client: older ones reach only what is for any version.
  std::optional<protocol::Version> leastClient = {};
  Patience patience;
  std::shared_ptr<Metrics> metrics = std::make_shared<Metrics>();
};

/// What a fault that a room threw means to the client; nullopt for one that nobody expected.
using ExplainFault = std::function<std::optional<protocol::Refusal>(const std::exception&)>;

/// HTTPS (TLS 1.2 and later, HTTP/1.1). Limits, deadlines, fields of every answer, problems and the
/// log of requests are the same for all endpoints and stand here.
class HttpServer {
 public:
  /// Takes the port. Throws std::runtime_error where it is in use, certificate and key do not fit,
  /// or the process may open too few files.
  HttpServer(ServerOptions options, StructuredLog& log);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  [[nodiscard]] int port() const;
  [[nodiscard]] std::size_t connections() const;
  /// When the certificate with which clients are met ends.
  [[nodiscard]] Seconds certificateEnd() const;
  /// Why clients that look for it at `host` will not trust it; see tls_context.h.
  [[nodiscard]] std::vector<std::string> certificateDoubts(const std::string& host) const;
  /// Reads certificate and key anew, for connections from now on. Throws std::runtime_error, and
  /// goes on with those that it has, where they cannot be read or do not fit.
  void readCertificate();
  /// Answers requests from threads of its own. Without `findPrincipal` nobody has a session.
  void start(std::vector<Endpoint> endpoints, ExplainFault explain = {},
             FindPrincipal findPrincipal = {});
  /// Takes no further request, lets those that run finish, and returns after the last.
  void stop();

 private:
  class Private;
  std::unique_ptr<Private> d;
};

}  // namespace madoguchi::backend
