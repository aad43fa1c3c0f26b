#include "backend/http/listener.h"

#include <httplib.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <thread>

#include "backend/core/encoding.h"
#include "backend/core/structured_log.h"
#include "backend/http/connection_guard.h"
#include "backend/http/rate_limiter.h"
#include "backend/http/tls_context.h"

namespace madoguchi::backend {

using protocol::Reason;
using protocol::Refusal;

namespace {

/// RFC 9110, 6.6.1: every answer tells the time, as IMF-fixdate. Clients check their clocks by it.
std::string httpDate() {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&now, &utc);
  std::array<char, 40> text{};
  const std::size_t length =
      std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &utc);
  return {text.data(), length};
}

constexpr int kReadSeconds = 10;  ///< for one read or write; a whole request has a limit of its own
constexpr int kKeepAliveSeconds = 5;  ///< enough for the pause between nonce and registration
constexpr std::size_t kKeepAliveRequests = 100;
constexpr int kBacklog = 512;
/// A longer body is not even skipped: the connection ends with the answer.
constexpr std::size_t kLongestSkip = 1024UL * 1024;

/// What the log says about the request that the calling thread serves.
struct RequestRecord {
  std::string id;
  std::string route = "other";
  std::string reason;
  std::chrono::steady_clock::time_point start;
};
thread_local RequestRecord currentRequest;

/// Opens what the library keeps for derived classes.
class Server final : public httplib::SSLServer {
 public:
  using SSLServer::SSLServer;
  /// The library is built with a queue of 5, which a burst of clients overflows.
  void lengthenQueue() { ::listen(svr_sock_, kBacklog); }
};

bool isJson(const httplib::Request& request) {
  std::string type = request.get_header_value("Content-Type");
  type.resize(std::min(type.find(';'), type.size()));
  type.erase(std::find_if_not(type.rbegin(), type.rend(), [](char c) { return c == ' '; }).base(),
             type.end());
  std::transform(type.begin(), type.end(), type.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return type == "application/json";
}

/// Refuses framings on which two readers could disagree, and bodies where none belongs.
std::optional<Reason> judgeFraming(const httplib::Request& request, std::size_t maxBody) {
  const std::size_t lengths = request.get_header_value_count("Content-Length");
  const std::size_t encodings = request.get_header_value_count("Transfer-Encoding");
  const bool takesBody = request.method == "POST" || request.method == "PUT" ||
                         request.method == "PATCH" || request.method == "DELETE";
  if (lengths + encodings > 1 || (!takesBody && encodings > 0) ||
      (takesBody && lengths + encodings == 0)) {
    return Reason::malformed;
  }
  if (encodings == 1 && request.get_header_value("Transfer-Encoding") != "chunked") {
    return Reason::malformed;
  }
  if (lengths == 1) {
    const std::string text = request.get_header_value("Content-Length");
    std::size_t length = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
    if (error != std::errc() || end != text.data() + text.size() || (!takesBody && length > 0)) {
      return Reason::malformed;
    }
    if (length > std::max(maxBody, kLongestSkip)) {
      return Reason::bodyTooLarge;
    }
  }
  if (!request.get_header_value("Content-Encoding").empty()) {
    return Reason::unsupportedMediaType;  // what is small packed may be large
  }
  return std::nullopt;
}

}  // namespace

std::string HttpRequest::parameter(std::string_view name) const {
  const auto found = std::find_if(query.begin(), query.end(),
                                  [&](const auto& entry) { return entry.first == name; });
  return found == query.end() ? std::string() : found->second;
}

class Listener::Private {
 public:
  Private(ListenerOptions options, StructuredLog& log)
      : m_options(std::move(options)),
        m_log(log),
        m_limiter(m_options.rateLimit),
        m_guard(std::chrono::seconds(m_options.requestSeconds)),
        m_server([this](SSL_CTX& context) {
          setUpTls(context, m_options.certificate, m_options.key);
          m_guard.watch(&context);
          return true;
        }) {
    configure();
    bind();
  }
  ~Private() { stop(); }

  [[nodiscard]] int port() const { return m_port; }

  void start(std::vector<Route> routes) {
    m_routes = std::move(routes);
    for (const Route& route : m_routes) {
      if (route.method == "GET") {
        m_server.Get(route.path,
                     [this, &route](const httplib::Request& request, httplib::Response& response) {
                       serve(route, request, response, {});
                     });
      } else {
        m_server.Post(route.path,
                      [this, &route](const httplib::Request& request, httplib::Response& response,
                                     const httplib::ContentReader& reader) {
                        readAndServe(route, request, response, reader);
                      });
      }
    }
    m_thread = std::thread([this] { m_server.listen_after_bind(); });
    while (!m_server.is_running()) {
      std::this_thread::yield();
    }
  }

  void stop() {
    if (m_thread.joinable()) {
      m_server.stop();
      m_guard.drain();
      m_thread.join();
    }
  }

 private:
  void configure();
  void bind();
  httplib::Server::HandlerResponse beforeRouting(const httplib::Request& request,
                                                 httplib::Response& response);
  void readAndServe(const Route& route, const httplib::Request& request,
                    httplib::Response& response, const httplib::ContentReader& reader);
  void serve(const Route& route, const httplib::Request& request, httplib::Response& response,
             std::string body);
  void refuse(httplib::Response& response, const Refusal& refusal) const;
  void refuseAndClose(httplib::Response& response, Reason reason);
  void fillEmptyError(httplib::Response& response);
  [[nodiscard]] bool isProxy(const std::string& address) const;
  [[nodiscard]] std::string addressOf(const httplib::Request& request) const;
  void logRequest(const httplib::Response& response);

  ListenerOptions m_options;
  StructuredLog& m_log;
  RateLimiter m_limiter;
  ConnectionGuard m_guard;
  Server m_server;
  std::vector<Route> m_routes;
  int m_port = 0;
  std::thread m_thread;
};

void Listener::Private::configure() {
  using httplib::Request;
  using httplib::Response;
  m_server.new_task_queue = [this] {
    return new httplib::ThreadPool(static_cast<std::size_t>(m_options.threads));
  };
  m_server.set_socket_options([](socket_t socket) {
    // Not the library's SO_REUSEPORT: with it, a second service would share the port unnoticed.
    const int on = 1;
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  });
  m_server.set_tcp_nodelay(true);
  m_server.set_read_timeout(kReadSeconds);
  m_server.set_write_timeout(kReadSeconds);
  m_server.set_keep_alive_timeout(kKeepAliveSeconds);
  m_server.set_keep_alive_max_count(kKeepAliveRequests);
  m_server.set_payload_max_length(m_options.maxBody);
  m_server.set_default_headers(
      {{"Cache-Control", "no-store"},
       {"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"},
       {"Referrer-Policy", "no-referrer"},
       {"Strict-Transport-Security", "max-age=31536000"},
       {"X-Content-Type-Options", "nosniff"}});
  m_server.set_expect_100_continue_handler([this](const Request& /*request*/, Response&) {
    // Before it is told: who may go on must not be taken for idle when the service stops.
    m_guard.requestArrived();
    constexpr int kContinue = 100;
    return kContinue;
  });
  m_server.set_pre_routing_handler([this](const Request& request, Response& response) {
    return beforeRouting(request, response);
  });
  m_server.set_error_handler(
      [this](const Request& /*request*/, Response& response) { fillEmptyError(response); });
  m_server.set_exception_handler(
      [this](const Request& /*request*/, Response& response, const std::exception_ptr& thrown) {
        std::string what = "unknown";
        try {
          std::rethrow_exception(thrown);
        } catch (const std::exception& exception) {
          what = describe(exception);
        } catch (...) {
          what = "no exception of the standard library";
        }
        m_log.error("requestFailed", {{"requestId", currentRequest.id}, {"error", what}});
        refuse(response, {Reason::internal});
      });
  m_server.set_post_routing_handler([](const Request& /*request*/, Response& response) {
    response.set_header("X-Request-Id", currentRequest.id);
    response.set_header("Date", httpDate());
  });
  m_server.set_logger([this](const Request& /*request*/, const Response& response) {
    logRequest(response);
    m_guard.answerSent();
    currentRequest = {};
  });
}

void Listener::Private::bind() {
  if (m_options.port == 0) {
    m_port = m_server.bind_to_any_port(m_options.host);
  } else if (m_server.bind_to_port(m_options.host, m_options.port)) {
    m_port = m_options.port;
  }
  if (m_port <= 0) {
    throw std::runtime_error("cannot listen on " + m_options.host + ':' +
                             std::to_string(m_options.port) +
                             ": the port is in use, or the address is not of this machine");
  }
  m_server.lengthenQueue();
}

httplib::Server::HandlerResponse Listener::Private::beforeRouting(const httplib::Request& request,
                                                                  httplib::Response& response) {
  using enum httplib::Server::HandlerResponse;
  currentRequest = {randomHex(8), "other", {}, std::chrono::steady_clock::now()};
  m_guard.requestArrived();
  const auto samePath = [&](const Route& route) { return route.path == request.path; };
  const auto route = std::find_if(m_routes.begin(), m_routes.end(), samePath);
  if (route == m_routes.end()) {
    refuseAndClose(response, Reason::notFound);
    return Handled;
  }
  currentRequest.route = route->method + ' ' + route->path;
  if (request.method != route->method && !(request.method == "HEAD" && route->method == "GET")) {
    response.set_header("Allow", route->method == "GET" ? "GET, HEAD" : route->method);
    refuseAndClose(response, Reason::methodNotAllowed);
    return Handled;
  }
  if (const auto reason = judgeFraming(request, m_options.maxBody)) {
    refuseAndClose(response, *reason);
    return Handled;
  }
  // The library would take such a body apart while reading it.
  if (request.is_multipart_form_data()) {
    refuseAndClose(response, Reason::unsupportedMediaType);
    return Handled;
  }
  return Unhandled;
}

void Listener::Private::readAndServe(const Route& route, const httplib::Request& request,
                                     httplib::Response& response,
                                     const httplib::ContentReader& reader) {
  std::string body;
  bool tooLarge = false;
  const bool complete = reader([&](const char* data, std::size_t length) {
    tooLarge = body.size() + length > m_options.maxBody;
    if (!tooLarge) {
      body.append(data, length);
    }
    return !tooLarge;
  });
  if (!complete) {
    // The library has set a status: 413 where it skipped a body that was announced as too long.
    refuseAndClose(response,
                   tooLarge || response.status == 413 ? Reason::bodyTooLarge : Reason::malformed);
    return;
  }
  serve(route, request, response, std::move(body));
}

void Listener::Private::serve(const Route& route, const httplib::Request& request,
                              httplib::Response& response, std::string body) {
  if (route.rateLimited) {
    if (const int seconds = m_limiter.secondsToWait(addressOf(request)); seconds > 0) {
      return refuse(response,
                    {.reason = Reason::rateLimited, .retryAfter = std::chrono::seconds(seconds)});
    }
  }
  if (route.takesJson && !isJson(request)) {
    return refuse(response, {Reason::unsupportedMediaType});
  }
  if (!route.takesJson && !body.empty()) {
    return refuse(response, {Reason::malformed});
  }
  HttpRequest simple{std::move(body),
                     {request.params.begin(), request.params.end()},
                     request.get_header_value("Idempotency-Key"),
                     isProxy(request.remote_addr) ? nullptr : m_guard.note()};
  const auto answer = route.handler(simple);
  if (const auto* refusal = std::get_if<Refusal>(&answer)) {
    return refuse(response, *refusal);
  }
  const auto& good = std::get<HttpAnswer>(answer);
  response.status = good.status;
  response.set_content(good.json, "application/json");
}

void Listener::Private::refuse(httplib::Response& response, const Refusal& refusal) const {
  currentRequest.reason = name(refusal.reason);
  response.status = httpStatus(refusal.reason);
  if (refusal.retryAfter) {
    response.set_header("Retry-After", std::to_string(refusal.retryAfter->count()));
  }
  response.set_content(toJson(refusal, currentRequest.id), "application/problem+json");
}

void Listener::Private::refuseAndClose(httplib::Response& response, Reason reason) {
  refuse(response, {reason});
  response.set_header("Connection", "close");
  m_guard.closeAfterAnswer();
}

/// Requests that the library itself refuses: a broken request line, a path that is too long.
void Listener::Private::fillEmptyError(httplib::Response& response) {
  if (response.body.empty()) {
    if (currentRequest.id.empty()) {
      currentRequest = {randomHex(8), "other", {}, std::chrono::steady_clock::now()};
    }
    refuse(response, {Reason::malformed});
    m_guard.closeAfterAnswer();
  }
}

bool Listener::Private::isProxy(const std::string& address) const {
  const auto& proxies = m_options.trustedProxies;
  return std::find(proxies.begin(), proxies.end(), address) != proxies.end();
}

std::string Listener::Private::addressOf(const httplib::Request& request) const {
  if (!isProxy(request.remote_addr)) {
    return request.remote_addr;
  }
  // The proxy appends the address that it saw; what stands before is the client's own claim.
  const std::size_t count = request.get_header_value_count("X-Forwarded-For");
  const std::string chain =
      count == 0 ? "" : request.get_header_value("X-Forwarded-For", count - 1);
  const std::size_t start = chain.find_last_of(", ");
  const std::string last = start == std::string::npos ? chain : chain.substr(start + 1);
  return last.empty() ? request.remote_addr : last;
}

void Listener::Private::logRequest(const httplib::Response& response) {
  const auto duration = std::chrono::steady_clock::now() - currentRequest.start;
  m_log.info("request",
             {{"requestId", currentRequest.id},
              {"route", currentRequest.route},
              {"status", response.status},
              {"reason", currentRequest.reason},
              {"ms", std::chrono::duration_cast<std::chrono::milliseconds>(duration).count()}});
}

Listener::Listener(ListenerOptions options, StructuredLog& log)
    : d(std::make_unique<Private>(std::move(options), log)) {}

Listener::~Listener() = default;

int Listener::port() const { return d->port(); }

void Listener::start(std::vector<Route> routes) { d->start(std::move(routes)); }

void Listener::stop() { d->stop(); }

}  // namespace madoguchi::backend
