#include "app/server/server.h"

#include <QUrl>
#include <algorithm>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "app/core/asker.h"
#include "app/core/session.h"
#include "app/server/answers.h"
#include "app/server/https_transfers.h"
#include "app/server/system_proxy.h"

namespace madoguchi::app {
namespace {

constexpr long kUnauthorized = 401;
constexpr auto kSessionPath = "/v1/sessions/current";

/// Why the service does not know the session.
Session::Ended whyUnknown(const HttpAnswer& answer) {
  return failureUnless(0, answer) == FailureCode::sessionReplaced ? Session::Ended::elsewhere
                                                                  : Session::Ended::refused;
}

TransferSettings transferSettings(const ServerSettings& settings) {
  return {.caFile = settings.caFile.toStdString(),
          .proxy = proxyFor(QUrl(settings.origin), settings.proxy).address,
          .connectLimitMs = static_cast<long>(settings.connectLimit.count()),
          .overallLimitMs = static_cast<long>(settings.overallLimit.count())};
}

HttpRequest httpRequest(const QString& origin, ApiRequest request, const Session* session) {
  HttpRequest http{.method = request.method,
                   .url = origin.toStdString() + request.path,
                   .headers = {"User-Agent: Madoguchi/" MADOGUCHI_VERSION,
                               "Accept: application/json, application/problem+json"},
                   .body = std::move(request.json)};
  // A put without JSON is a piece of a file, even an empty one.
  if (request.method == HttpMethod::put && http.body.empty()) {
    http.body = std::move(request.bytes);
    http.headers.emplace_back("Content-Type: application/octet-stream");
  } else if (!http.body.empty()) {
    http.headers.emplace_back("Content-Type: application/json");
  }
  if (request.idempotencyKey) {
    http.headers.emplace_back("Idempotency-Key: " + *request.idempotencyKey);
    http.changes = true;
  }
  if (session != nullptr) {
    // Unlike a PIN it crosses the library's own buffers with every request.
    const auto token = session->token().bytes();
    http.headers.emplace_back("Authorization: Bearer " + std::string(token.begin(), token.end()));
  }
  return http;
}

}  // namespace

class Server::Worker {
 public:
  using Id = HttpsTransfers::Id;
  struct Job {
    Asker asker;
    std::function<void(const HttpAnswer&)> answer;
  };

  explicit Worker(ServerSettings given) : settings(std::move(given)) {}
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  Id newId() { return ++m_lastId; }
  void post(Id id, HttpRequest request, Job job);
  void callOff(Id id);

  const ServerSettings settings;

 private:
  struct Posted {
    Id id;
    HttpRequest request;
    Job job;
  };

  void run();
  void wake();

  Id m_lastId = 0;  ///< of the askers' thread

  // Under m_mutex.
  std::mutex m_mutex;
  std::condition_variable m_changed;
  std::deque<Posted> m_posted;
  std::vector<Id> m_calledOff;
  bool m_ending = false;
  HttpsTransfers* m_transfers = nullptr;  ///< while requests are under way

  std::thread m_thread;
};

Server::Worker::~Worker() {
  {
    const std::lock_guard lock(m_mutex);
    m_ending = true;
    m_changed.notify_one();
    if (m_transfers != nullptr) {
      m_transfers->stop();
    }
  }
  if (m_thread.joinable()) {
    m_thread.join();
  }
  for (Posted& one : m_posted) {
    one.request.overwrite();
  }
}

void Server::Worker::wake() {
  m_changed.notify_one();
  if (m_transfers != nullptr) {
    m_transfers->wake();
  }
}

void Server::Worker::post(Id id, HttpRequest request, Job job) {
  const std::lock_guard lock(m_mutex);
  m_posted.push_back({id, std::move(request), std::move(job)});
  wake();
  if (!m_thread.joinable()) {
    m_thread = std::thread([this] { run(); });
  }
}

void Server::Worker::callOff(Id id) {
  const std::lock_guard lock(m_mutex);
  const auto posted = std::ranges::find(m_posted, id, &Posted::id);
  if (posted != m_posted.end()) {
    posted->request.overwrite();
    m_posted.erase(posted);
  } else {
    m_calledOff.push_back(id);
    wake();
  }
}

void Server::Worker::run() {
  HttpsTransfers transfers;
  std::map<Id, Job> jobs;
  std::unique_lock lock(m_mutex);
  while (true) {
    m_changed.wait(lock, [&] { return m_ending || !m_posted.empty() || !jobs.empty(); });
    if (m_ending) {
      return;
    }
    const auto calledOff = std::exchange(m_calledOff, {});
    auto posted = std::exchange(m_posted, {});
    m_transfers = &transfers;
    lock.unlock();
    for (const Id id : calledOff) {
      transfers.breakOff(id);
      jobs.erase(id);
    }
    for (Posted& one : posted) {
      transfers.begin(one.id, std::move(one.request), transferSettings(settings));
      jobs.emplace(one.id, std::move(one.job));
    }
    if (!jobs.empty()) {
      for (HttpsTransfers::Done& done : transfers.wait()) {
        const auto job = jobs.extract(done.id);
        job.mapped().asker.answer([answer = std::move(job.mapped().answer),
                                   what = std::move(done.answer)] { answer(what); });
      }
    }
    lock.lock();
    m_transfers = nullptr;
  }
}

Server::Server(ServerSettings settings, Session* session)
    : m_worker(std::make_unique<Worker>(std::move(settings))), m_session(session) {
  if (session == nullptr) {
    return;
  }
  QObject::connect(session, &Session::inUse, &m_listener, [this] {
    m_use = send({.path = kSessionPath, .inSession = true}, [](const HttpAnswer&) {});
  });
  QObject::connect(session, &Session::ending, &m_listener, [this](Session::Ended why) {
    if (why == Session::Ended::loggedOut || why == Session::Ended::idle) {
      // Whether it arrives or not: unused, the session ends there by itself.
      m_farewell = send({.method = HttpMethod::remove, .path = kSessionPath, .inSession = true},
                        [this](const HttpAnswer&) { m_farewell.drop(); });
    }
  });
}

Server::~Server() = default;

const QString& Server::origin() const { return m_worker->settings.origin; }

Pending Server::send(ApiRequest request, std::function<void(const HttpAnswer&)> answer) {
  const bool carries = request.inSession && m_session != nullptr && m_session->isOpen();
  const Session* const carried = carries ? m_session : nullptr;
  if (carried != nullptr) {
    // It may be another one that is open when the answer comes.
    answer = [this, number = carried->number(),
              answer = std::move(answer)](const HttpAnswer& what) {
      if (what.failure == FailureCode::none && what.status == kUnauthorized &&
          m_session->number() == number) {
        m_session->close(whyUnknown(what));
      }
      answer(what);
    };
  }
  const Worker::Id id = m_worker->newId();
  auto [asker, pending] = Asker::ask([this, id] { m_worker->callOff(id); });
  m_worker->post(id, httpRequest(origin(), std::move(request), carried),
                 {std::move(asker), std::move(answer)});
  return std::move(pending);
}

}  // namespace madoguchi::app
