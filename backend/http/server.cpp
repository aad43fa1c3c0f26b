#include "backend/http/server.h"

#include <sys/resource.h>

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/steady_timer.hpp>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <thread>

#include "backend/http/session.h"

namespace madoguchi::backend {
namespace {

namespace asio = boost::asio;
using Tcp = asio::ip::tcp;

constexpr int kBacklog = 512;
/// Long bodies that are coming at once: as many files, and as much disk as they may be long.
constexpr std::size_t kMostSpooled = 64;
/// Descriptors for everything but connections: log, database (three for each of its sessions),
/// mails, trust folder, spooled bodies.
constexpr std::size_t kKeptBack = 192 + kMostSpooled;
/// About 370 MB of memory while they wait (tests/bench/http).
constexpr std::size_t kMostConnections = 20'000;
constexpr std::chrono::milliseconds kPauseAfterFault{100};

std::size_t mostConnections() {
  rlimit files{};
  getrlimit(RLIMIT_NOFILE, &files);
  if (files.rlim_cur <= kKeptBack) {
    throw std::runtime_error("the limit of open files (ulimit -n) is too low: at least " +
                             std::to_string(2 * kKeptBack) + " are needed");
  }
  return std::min<std::size_t>(kMostConnections, files.rlim_cur - kKeptBack);
}

IpAddress addressOf(const Tcp::endpoint& endpoint) {
  IpAddress address;
  const asio::ip::address& from = endpoint.address();
  address.bytes = from.is_v6()
                      ? from.to_v6().to_bytes()
                      : asio::ip::make_address_v6(asio::ip::v4_mapped, from.to_v4()).to_bytes();
  return address;
}

}  // namespace

class HttpServer::Private {
 public:
  Private(ServerOptions options, StructuredLog& log)
      : m_options(std::move(options)),
        m_log(log),
        m_tls(makeTlsContext(m_options.certificate, m_options.key)),
        m_loops(std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 4)),
        m_acceptor(m_loops.front().context) {
    listen();
  }
  ~Private() { stop(); }

  [[nodiscard]] int port() const { return m_acceptor.local_endpoint().port(); }
  [[nodiscard]] std::size_t connections() const {
    return m_engine ? m_engine->connections.size() : 0;
  }
  [[nodiscard]] const CurrentTls& tls() const { return m_tls; }
  void readCertificate() { m_tls.replace(makeTlsContext(m_options.certificate, m_options.key)); }

  void start(std::vector<Endpoint> endpoints, ExplainFault explain, FindPrincipal findPrincipal) {
    m_engine.reset(
        new Engine{.options = m_options,
                   .log = m_log,
                   .tls = m_tls,
                   .router = Router(std::move(endpoints)),
                   .explain = std::move(explain),
                   .findPrincipal = std::move(findPrincipal),
                   .limiter = RateLimiter(m_options.rateLimit),
                   .connections = Connections(mostConnections(), m_options.connectionsPerAddress),
                   .spool = Spool(m_options.spool, kMostSpooled),
                   .budget = Budget(m_options.memory),
                   .workers = Workers(m_options.threads)});
    startAccepting();
    for (Loop& loop : m_loops) {
      loop.thread = std::thread([this, &loop] { run(loop.context); });
    }
  }

  void stop() {
    if (!m_engine) {
      return;
    }
    asio::post(m_loops.front().context, [this] { m_acceptor.close(); });
    m_engine->connections.drain();
    m_engine->connections.waitUntilNone();
    for (Loop& loop : m_loops) {
      loop.work.reset();
      loop.thread.join();
    }
    m_engine.reset();
  }

 private:
  /// A thread of its own for some of the connections: none of them needs a lock.
  struct Loop {
    asio::io_context context{1};
    /// A context opens its descriptors with its first socket. Were that to fail while a coroutine
    /// starts to wait, nobody would go on with the coroutine.
    Tcp::socket first{context};
    asio::executor_work_guard<asio::io_context::executor_type> work{context.get_executor()};
    std::thread thread = {};
  };

  void listen();
  void run(asio::io_context& context);
  void startAccepting();
  asio::awaitable<void> acceptAll();
  void serve(Tcp::socket socket);
  [[nodiscard]] bool isProxy(const IpAddress& address) const {
    return std::find(m_options.trustedProxies.begin(), m_options.trustedProxies.end(), address) !=
           m_options.trustedProxies.end();
  }

  ServerOptions m_options;
  StructuredLog& m_log;
  CurrentTls m_tls;
  std::vector<Loop> m_loops;
  Tcp::acceptor m_acceptor;
  std::unique_ptr<Engine> m_engine;
};

void HttpServer::Private::listen() {
  boost::system::error_code error;
  Tcp::resolver resolver(m_loops.front().context);
  for (const auto& found : resolver.resolve(m_options.host, std::to_string(m_options.port),
                                            Tcp::resolver::passive, error)) {
    const Tcp::endpoint& endpoint = found.endpoint();
    m_acceptor.open(endpoint.protocol(), error);
    if (!error) {
      m_acceptor.set_option(Tcp::acceptor::reuse_address(true));
      if (endpoint.protocol() == Tcp::v6()) {
        m_acceptor.set_option(asio::ip::v6_only(false), error);  // [::] is for everybody
      }
      m_acceptor.bind(endpoint, error);
    }
    if (!error) {
      m_acceptor.listen(kBacklog, error);
    }
    if (!error) {
      return;
    }
    m_acceptor.close();
  }
  throw std::runtime_error("cannot listen on " + m_options.host + ':' +
                           std::to_string(m_options.port) +
                           ": the port is in use, or the address is not of this machine");
}

void HttpServer::Private::run(asio::io_context& context) {
  while (true) {
    try {
      context.run();
      return;
    } catch (const std::exception& fault) {
      m_log.error("connectionFailed", {{"error", describe(fault)}});
    }
  }
}

void HttpServer::Private::startAccepting() {
  asio::co_spawn(m_loops.front().context, acceptAll(), [this](const std::exception_ptr& thrown) {
    if (thrown) {  // no memory even to say so: the service must not be deaf from now on
      startAccepting();
    }
  });
}

asio::awaitable<void> HttpServer::Private::acceptAll() {
  asio::steady_timer pause(m_acceptor.get_executor());
  std::size_t next = 0;
  while (m_acceptor.is_open()) {
    bool failed = false;
    try {
      Tcp::socket socket(m_loops[next++ % m_loops.size()].context);
      const auto [error] =
          co_await m_acceptor.async_accept(socket, asio::as_tuple(asio::use_awaitable));
      failed = error && error != asio::error::operation_aborted;
      if (failed) {
        m_log.error("acceptFailed", {{"error", error.message()}});
      } else if (!error) {
        serve(std::move(socket));
      }
    } catch (const std::exception& fault) {
      m_log.error("acceptFailed", {{"error", describe(fault)}});
      failed = true;
    }
    if (failed) {  // descriptors or memory have run out: trying at once again would only spin
      m_engine->connections.giveUpLongest();
      pause.expires_after(kPauseAfterFault);
      co_await pause.async_wait(asio::as_tuple(asio::use_awaitable));
    }
  }
}

void HttpServer::Private::serve(Tcp::socket socket) {
  boost::system::error_code error;
  const IpAddress peer = addressOf(socket.remote_endpoint(error));
  if (error) {
    return;  // it has gone already
  }
  const auto executor = socket.get_executor();
  const bool throughProxy = isProxy(peer);
  auto connection = std::make_shared<Connection>(std::move(socket), peer, throughProxy);
  const auto id =
      m_engine->connections.admit(throughProxy ? std::nullopt : std::optional(subscriberOf(peer)),
                                  [executor, weak = std::weak_ptr(connection)] {
                                    asio::post(executor, [weak] {
                                      if (const auto given = weak.lock()) {
                                        given->channel.end();
                                      }
                                    });
                                  });
  if (!id) {
    m_options.metrics->add(metric::kConnectionsRefused);
    return;
  }
  connection->member.emplace(m_engine->connections, *id);
  asio::co_spawn(executor, serveConnection(*m_engine, connection, *id),
                 [this](const std::exception_ptr& thrown) {
                   try {
                     if (thrown) {
                       std::rethrow_exception(thrown);
                     }
                   } catch (const ConnectionEnded&) {  // as most do
                   } catch (const std::exception& fault) {
                     m_log.error("connectionFailed", {{"error", describe(fault)}});
                   }
                 });
}

HttpServer::HttpServer(ServerOptions options, StructuredLog& log)
    : d(std::make_unique<Private>(std::move(options), log)) {}

HttpServer::~HttpServer() = default;

int HttpServer::port() const { return d->port(); }

std::size_t HttpServer::connections() const { return d->connections(); }

Seconds HttpServer::certificateEnd() const { return certificateEndOf(*d->tls().now()); }

std::vector<std::string> HttpServer::certificateDoubts(const std::string& host) const {
  return backend::certificateDoubts(*d->tls().now(), host, now());
}

void HttpServer::readCertificate() { d->readCertificate(); }

void HttpServer::start(std::vector<Endpoint> endpoints, ExplainFault explain,
                       FindPrincipal findPrincipal) {
  d->start(std::move(endpoints), std::move(explain), std::move(findPrincipal));
}

void HttpServer::stop() { d->stop(); }

}  // namespace madoguchi::backend
