#include "app/server/registration_client.h"

#include <QMetaObject>
#include <QUrl>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "app/server/https_transfer.h"
#include "app/server/system_proxy.h"

namespace madoguchi::app {
QString serverOrigin(const QString& address) {
  const QUrl url(address.trimmed(), QUrl::StrictMode);
  const bool hostOnly = (url.path().isEmpty() || url.path() == QLatin1String("/")) &&
                        !url.hasQuery() && !url.hasFragment() && url.userInfo().isEmpty();
  if (!url.isValid() || url.scheme() != QLatin1String("https") || url.host().isEmpty() ||
      !hostOnly) {
    return {};
  }
  constexpr int kHttpsPort = 443;
  QUrl origin;
  origin.setScheme(url.scheme());
  origin.setHost(url.host());
  if (url.port(kHttpsPort) != kHttpsPort) {
    origin.setPort(url.port());
  }
  return origin.toString(QUrl::FullyEncoded);
}

class RegistrationClient::Worker {
 public:
  using Deliver = std::function<void(const HttpAnswer&)>;

  Worker(RegistrationClient& owner, ServerSettings given)
      : settings(std::move(given)), m_owner(owner) {}
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  void post(HttpRequest request, Deliver deliver);
  void cancel();

  const ServerSettings settings;

 private:
  struct Job {
    HttpRequest request;
    Deliver deliver;
    std::uint64_t generation = 0;
  };

  void run();
  void carryOut(HttpsTransfer& transfer, Job job);

  RegistrationClient& m_owner;
  std::mutex m_mutex;
  std::condition_variable m_changed;
  std::deque<Job> m_jobs;
  std::uint64_t m_generation = 0;  ///< cancel() begins a new one
  bool m_ending = false;
  HttpsTransfer* m_transfer = nullptr;  ///< while a request is under way
  std::atomic<bool> m_stop = false;     ///< for that request
  std::thread m_thread;
};

RegistrationClient::Worker::~Worker() {
  cancel();
  {
    const std::lock_guard lock(m_mutex);
    m_ending = true;
  }
  m_changed.notify_one();
  if (m_thread.joinable()) {
    m_thread.join();
  }
}

void RegistrationClient::Worker::post(HttpRequest request, Deliver deliver) {
  request.headers.emplace_back("User-Agent: Madoguchi/" MADOGUCHI_VERSION);
  request.headers.emplace_back("Accept: application/json, application/problem+json");
  {
    const std::lock_guard lock(m_mutex);
    m_jobs.push_back({std::move(request), std::move(deliver), m_generation});
  }
  if (!m_thread.joinable()) {
    m_thread = std::thread([this] { run(); });
  }
  m_changed.notify_one();
}

void RegistrationClient::Worker::cancel() {
  const std::lock_guard lock(m_mutex);
  ++m_generation;
  m_jobs.clear();
  if (m_transfer != nullptr) {
    m_stop = true;
    m_transfer->wake();
  }
}

void RegistrationClient::Worker::run() {
  HttpsTransfer transfer;
  std::unique_lock lock(m_mutex);
  while (true) {
    m_changed.wait(lock, [this] { return m_ending || !m_jobs.empty(); });
    if (m_ending) {
      return;
    }
    Job job = std::move(m_jobs.front());
    m_jobs.pop_front();
    m_transfer = &transfer;
    m_stop = false;
    lock.unlock();
    carryOut(transfer, std::move(job));
    lock.lock();
    m_transfer = nullptr;
  }
}

void RegistrationClient::Worker::carryOut(HttpsTransfer& transfer, Job job) {
  TransferSettings limits;
  limits.caFile = settings.caFile.toStdString();
  limits.proxy = systemProxy(QUrl(settings.origin)).toString(QUrl::FullyEncoded).toStdString();
  limits.connectLimitMs = static_cast<long>(settings.connectLimit.count());
  limits.overallLimitMs = static_cast<long>(settings.overallLimit.count());
  const std::optional<HttpAnswer> answer = transfer.perform(job.request, limits, m_stop);
  if (!answer) {
    return;
  }
  QMetaObject::invokeMethod(
      &m_owner,
      [this, answer = *answer, deliver = std::move(job.deliver), generation = job.generation] {
        {
          const std::lock_guard lock(m_mutex);
          if (generation != m_generation) {
            return;
          }
        }
        deliver(answer);
      },
      Qt::QueuedConnection);
}

RegistrationClient::RegistrationClient(ServerSettings settings, QObject* parent)
    : QObject(parent), m_worker(std::make_unique<Worker>(*this, std::move(settings))) {}

RegistrationClient::~RegistrationClient() = default;

const QString& RegistrationClient::origin() const { return m_worker->settings.origin; }

void RegistrationClient::checkHealth() {
  HttpRequest request;
  request.url = origin().toStdString() + "/v1/health";
  m_worker->post(std::move(request),
                 [this](const HttpAnswer& answer) { emit healthChecked(readHealth(answer)); });
}

void RegistrationClient::requestAnnouncements(const QString& language) {
  HttpRequest request;
  request.url = origin().toStdString() + "/v1/announcements?language=" + language.toStdString();
  m_worker->post(std::move(request), [this, language](const HttpAnswer& answer) {
    emit announcementsReceived(language, readAnnouncements(answer));
  });
}

void RegistrationClient::requestNonce() {
  HttpRequest request;
  request.post = true;
  request.url = origin().toStdString() + "/v1/nonces";
  m_worker->post(std::move(request),
                 [this](const HttpAnswer& answer) { emit nonceReceived(readNonce(answer)); });
}

void RegistrationClient::sendRegistration(const std::string& idempotencyKey, std::string body) {
  HttpRequest request;
  request.post = true;
  request.url = origin().toStdString() + "/v1/registrations";
  request.headers = {"Content-Type: application/json", "Idempotency-Key: " + idempotencyKey};
  request.body = std::move(body);
  m_worker->post(std::move(request), [this](const HttpAnswer& answer) {
    emit registrationAnswered(readRegistration(answer));
  });
}

void RegistrationClient::cancel() { m_worker->cancel(); }

}  // namespace madoguchi::app
