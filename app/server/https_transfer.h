#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/server/registration_answers.h"
#include "app/server/tls_observation.h"

namespace madoguchi::app {

struct HttpRequest {
  bool post = false;
  std::string url;
  std::vector<std::string> headers;  ///< "Name: value"
  std::string body;                  ///< JSON; a post without one has no content
};

struct TransferSettings {
  std::string caFile;  ///< empty for the system's CAs
  std::string proxy;   ///< as libcurl takes it; empty for a direct connection
  long connectLimitMs = 0;
  long overallLimitMs = 0;
};

/// What a request shows besides its answer.
struct TransferSeen {
  TlsSeen tls;                                   ///< of a connection that the request had to open
  std::optional<std::chrono::sys_seconds> date;  ///< the server's own clock
};

/// One HTTPS connection, kept open between requests. TLS 1.2 or later with the host and the chain
/// checked, HTTP/2 where it is offered, no redirects, answers up to 64 KiB. Used in one thread, but
/// for wake().
class HttpsTransfer {
 public:
  HttpsTransfer();
  ~HttpsTransfer();
  HttpsTransfer(const HttpsTransfer&) = delete;
  HttpsTransfer& operator=(const HttpsTransfer&) = delete;

  /// std::nullopt where `stop` became true meanwhile; after setting it, call wake(). `seen` may be
  /// null.
  std::optional<HttpAnswer> perform(const HttpRequest& request, const TransferSettings& settings,
                                    const std::atomic<bool>& stop, TransferSeen* seen = nullptr);
  /// From any thread: makes a request under way look at its `stop` at once.
  void wake() noexcept;

 private:
  class Private;
  std::unique_ptr<Private> d;
};

}  // namespace madoguchi::app
