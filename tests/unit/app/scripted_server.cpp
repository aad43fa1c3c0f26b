#include "tests/unit/app/scripted_server.h"

#include <httplib.h>

#include <condition_variable>
#include <limits>
#include <map>
#include <stdexcept>
#include <thread>

#include "tests/support/exchange_log.h"

namespace madoguchi::test {
namespace {

ClientExchange exchangeOf(const httplib::Request& request, const ScriptedServer::Answer& answer) {
  return {.method = request.method,
          .target = request.target,
          .idempotencyKey = request.get_header_value("Idempotency-Key"),
          .authorization = request.get_header_value("Authorization"),
          .requestType = request.get_header_value("Content-Type"),
          .requestBody = request.body,
          .answered = !answer.never && !answer.breaksOffAfter,
          .status = answer.status,
          .answerType = answer.body.empty() ? std::string() : answer.type,
          .answerBody = answer.body,
          .foreign = answer.foreign};
}

}  // namespace

class ScriptedServer::Private {
 public:
  Private(const TlsFiles& tls, Speaks what)
      : server(tls.certificate.string().c_str(), tls.key.string().c_str()),
        ca(tls.ca),
        speaks(what) {}

  Answer next(const std::string& path) {
    std::deque<Answer>& script = scripts[path];
    if (!script.empty()) {
      Answer answer = script.front();
      script.pop_front();
      return answer;
    }
    if (path == "/v1/health") {
      return {.status = 200, .body = R"({"status":"ok"})"};
    }
    if (path == "/v1/nonces") {
      return {.status = 201,
              .body = R"({"nonce":"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",)"
                      R"("expiresAt":"2026-11-20T00:10:00Z"})"};
    }
    if (path == "/v1/announcements") {
      return {.status = 200, .body = R"({"announcements":[]})"};
    }
    if (path == "/v1/sessions/current") {
      return {.status = 204};
    }
    return {.status = 201,
            .body = R"({"authenticationId":"bcdfg01234","registeredAt":"2026-11-20T00:00:00Z"})"};
  }

  void handle(const httplib::Request& request, httplib::Response& response) {
    std::unique_lock lock(mutex);
    requests.push_back({request.path, request.get_header_value("Idempotency-Key"), request.body,
                        request.remote_port, request.get_header_value("Authorization"),
                        request.method});
    // What a test wants said to a certain query only stands under the whole of it.
    const Answer answer = next(scripts.contains(request.target) ? request.target : request.path);
    if (speaks == Speaks::theApi) {
      writeDown(exchangeOf(request, answer));
    }
    if (answer.never) {
      released.wait(lock, [this] { return open; });
    }
    response.status = answer.status;
    if (!answer.date.empty()) {
      response.set_header("Date", answer.date);
    }
    if (answer.breaksOffAfter) {
      response.set_content_provider(answer.body.size(), answer.type,
                                    [part = answer.body.substr(0, *answer.breaksOffAfter)](
                                        std::size_t, std::size_t, httplib::DataSink& sink) {
                                      sink.write(part.data(), part.size());
                                      return false;
                                    });
    } else {
      response.set_content(answer.body, answer.type);
    }
  }

  httplib::SSLServer server;
  const std::filesystem::path ca;
  const Speaks speaks;
  int port = 0;
  std::thread thread;
  mutable std::mutex mutex;
  std::condition_variable released;
  bool open = false;
  std::map<std::string, std::deque<Answer>> scripts;
  std::vector<Request> requests;
};

ScriptedServer::ScriptedServer(const TlsFiles& tls, Speaks speaks)
    : d(std::make_unique<Private>(tls, speaks)) {
  const auto handler = [this](const httplib::Request& request, httplib::Response& response) {
    d->handle(request, response);
  };
  d->server.Get(".*", handler);
  d->server.Post(".*", handler);
  d->server.Put(".*", handler);
  d->server.Delete(".*", handler);
  // Many small answers, each of which somebody waits for.
  d->server.set_tcp_nodelay(true);
  d->server.set_keep_alive_max_count(std::numeric_limits<std::size_t>::max());
  d->port = d->server.bind_to_any_port("127.0.0.1");
  if (d->port <= 0) {
    throw std::runtime_error("no port for the test's server");
  }
  d->thread = std::thread([this] { d->server.listen_after_bind(); });
  while (!d->server.is_running()) {
    std::this_thread::yield();
  }
}

ScriptedServer::~ScriptedServer() { stop(); }

void ScriptedServer::stop() {
  release();
  d->server.stop();
  if (d->thread.joinable()) {
    d->thread.join();
  }
}

void ScriptedServer::release() {
  {
    const std::lock_guard lock(d->mutex);
    d->open = true;
  }
  d->released.notify_all();
}

void ScriptedServer::answer(const std::string& path, Answer what) {
  const std::lock_guard lock(d->mutex);
  d->open = d->open && !what.never;  // what keeps waiting does so after an earlier release, too
  d->scripts[path].push_back(std::move(what));
}

ScriptedServer::Answer ScriptedServer::problem(int status, const std::string& reason,
                                               const std::string& more) {
  return {.status = status,
          .body = R"({"status":)" + std::to_string(status) + R"(,"code":"WZBAM018E","reason":")" +
                  reason + R"(","requestId":"0123456789abcdef")" + more + "}",
          .type = "application/problem+json"};
}

ScriptedServer::Answer ScriptedServer::welcome(const std::string& userName,
                                               const std::string& userClass,
                                               bool userInformationOnly, const std::string& more) {
  return {.status = 201,
          .body = R"({"token":")" + std::string(kToken) + R"(","userName":")" + userName +
                  R"(","userClass":")" + userClass + R"(","userInformationOnly":)" +
                  (userInformationOnly ? "true" : "false") + more + "}"};
}

app::ServerSettings ScriptedServer::settings() const {
  return {.origin = QStringLiteral("https://localhost:%1").arg(d->port),
          .caFile = QString::fromStdString(d->ca.string())};
}

std::vector<ScriptedServer::Request> ScriptedServer::requests(const std::string& path) const {
  const std::lock_guard lock(d->mutex);
  std::vector<Request> found;
  for (const Request& request : d->requests) {
    if (request.path == path) {
      found.push_back(request);
    }
  }
  return found;
}

std::vector<ScriptedServer::Request> ScriptedServer::allRequests() const {
  const std::lock_guard lock(d->mutex);
  return d->requests;
}

}  // namespace madoguchi::test
