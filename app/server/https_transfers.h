#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/server/http_answer.h"
#include "app/server/tls_observation.h"

namespace madoguchi::app {

struct HttpRequest {
  HttpMethod method = HttpMethod::get;
  std::string url;
  std::vector<std::string> headers;  ///< "Name: value"
  std::string body;      ///< JSON, or a piece of a file; a post without one has no content
  bool changes = false;  ///< something lasting: whether it has is open where no answer comes

  /// A login sends a password: overwrites the body of a request that is over.
  void overwrite() noexcept;
};

struct TransferSettings {
  std::string caFile;       ///< empty for the system's CAs
  std::string proxy;        ///< as libcurl takes it; empty for a direct connection
  long connectLimitMs = 0;  ///< 0 = none
  long overallLimitMs = 0;
};

/// What a request shows besides its answer.
struct TransferSeen {
  TlsSeen tls;                                   ///< of a connection that the request had to open
  std::optional<std::chrono::sys_seconds> date;  ///< the server's own clock, with a whole answer
};

/// HTTPS requests, several at a time, over connections that are kept open between them. TLS 1.2 or
/// later with the host and the chain checked, HTTP/2 where it is offered, no redirects, answers up
/// to 256 KiB and 64 KiB of headers. Used in one thread, but for wake() and stop().
class HttpsTransfers {
 public:
  using Id = std::uint64_t;
  struct Done {
    Id id = 0;
    HttpAnswer answer;
  };

  HttpsTransfers();
  ~HttpsTransfers();
  HttpsTransfers(const HttpsTransfers&) = delete;
  HttpsTransfers& operator=(const HttpsTransfers&) = delete;

  /// `id` is the caller's own name for the request. `seen` may be null, and outlives this object
  /// where it is not.
  void begin(Id id, HttpRequest request, const TransferSettings& settings,
             TransferSeen* seen = nullptr);
  /// Breaks a request off; nothing where there is none of that name.
  void breakOff(Id id);
  /// Blocks until something has come of the requests under way, or wake() is called. What is done
  /// is under way no more.
  std::vector<Done> wait();
  /// From any thread: ends the wait() of the moment, or the next one.
  void wake() noexcept;
  /// From any thread, for the end: whatever is under way breaks off, also where somebody sends
  /// without an end.
  void stop() noexcept;

 private:
  class Private;
  std::unique_ptr<Private> d;
};

/// One request alone. std::nullopt where `stop` became true meanwhile; after setting it, call
/// stop() of the transfers.
std::optional<HttpAnswer> perform(HttpsTransfers& transfers, HttpRequest request,
                                  const TransferSettings& settings, const std::atomic<bool>& stop,
                                  TransferSeen* seen = nullptr);

}  // namespace madoguchi::app
