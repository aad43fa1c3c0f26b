#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "backend/core/deadline.h"
#include "protocol/refusal.h"

// What a room offers over HTTP. Nothing here knows the HTTP library.

namespace madoguchi::backend {

using Names = std::map<std::string, std::string, std::less<>>;

/// Who sends a request, as far as the session says.
struct Principal {
  std::string accountId;
  std::string sessionId;
  bool userInformationOnly = false;
};

/// A body that is too long for memory. It has arrived whole; reading it waits for nobody.
class BodyReader {
 public:
  virtual ~BodyReader() = default;
  /// Throws std::system_error.
  virtual std::size_t read(std::span<std::byte> into) = 0;  ///< 0 at the end
};

struct Request {
  Names path;                       ///< {"id": …} of "/v1/drafts/{id}", decoded
  Names query;                      ///< decoded
  Names headers;                    ///< names in lower case; of one that is repeated, the last
  std::string idempotencyKey = {};  ///< a UUID in lower case, where the endpoint needs one
  std::string body = {};
  BodyReader* stream = nullptr;    ///< in place of `body` where the endpoint streams
  const Principal* who = nullptr;  ///< never null where the endpoint needs a session
  std::string subscriber = {};     ///< whose address it comes from, see subscriberOf()
  Deadline deadline = Deadline::max();
};

// Of HTTP (RFC 9110, 15.3); that of a refusal stands with its reason.
inline constexpr int kOk = 200;
inline constexpr int kCreated = 201;
inline constexpr int kNoContent = 204;  ///< which has no length either (8.6)

struct Answer {
  int status = kOk;
  std::string body = {};
  std::string contentType = "application/json";
  /// One that every answer has anyway takes its place.
  std::vector<std::pair<std::string, std::string>> headers = {};
};

using Outcome = std::variant<Answer, protocol::Refusal>;

/// What a request that is refused has asked for; it may never have become a Request.
struct Asked {
  std::string_view target;  ///< path and query as they were sent
  const Names& query;       ///< decoded
  const Names& headers;     ///< as a request has them
};

/// What a request costs of its subscriber's rate.
enum class Cost : std::uint8_t {
  free,    ///< tells only whether the service is there
  usual,   ///< one token
  secret,  ///< ten: somebody could be guessing a secret
};

struct Endpoint {
  std::string method = {};   ///< GET answers HEAD, too
  std::string pattern = {};  ///< "/v1/drafts/{id}"
  bool needsSession = false;
  bool forApplicants = false;  ///< not for those who reach their user information only
  bool needsIdempotencyKey = false;
  bool forAnyClient = false;  ///< also for versions that are not accepted any more
  std::string takes = {};     ///< content type; empty for no body
  std::size_t maxBody = 0;    ///< bytes
  bool streams = false;       ///< the body is read from Request::stream
  Cost cost = Cost::usual;
  /// Runs in a worker thread and may take its time. What it throws is answered with 500.
  std::function<Outcome(const Request&)> answer = {};
  /// Where a person sees the answer in a browser: a refusal as a page.
  std::function<Answer(const protocol::Refusal&, const Asked&)> explain = {};
};

/// Finds who sends a request, before its body is read, or why nobody is known: a reason with status
/// 401. Runs in a worker thread.
using FindPrincipal = std::function<std::variant<Principal, protocol::Reason>(const Request&)>;

/// The value of a name; empty where it is missing.
inline std::string valueOf(const Names& names, std::string_view name) {
  const auto found = names.find(name);
  return found == names.end() ? std::string() : found->second;
}

}  // namespace madoguchi::backend
