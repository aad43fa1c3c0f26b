#include "app/rooms/selfcheck/self_check.h"

#include <QMetaObject>
#include <atomic>
#include <thread>
#include <utility>

#include "app/card/card_desk.h"
#include "app/core/system.h"
#include "app/server/answers.h"
#include "app/server/https_transfers.h"
#include "app/server/system_proxy.h"

namespace madoguchi::app {
namespace {

std::optional<std::chrono::seconds> clockAhead(const TransferSeen& seen) {
  if (!seen.date) {
    return std::nullopt;
  }
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()) - *seen.date;
}

/// std::nullopt where it was stopped.
std::optional<ServerFindings> lookAtServer(const ServerSettings& server, HttpsTransfers& transfers,
                                           const std::atomic<bool>& stop, TransferSeen& seen) {
  if (server.origin.isEmpty()) {
    ServerFindings none;
    none.configured = false;
    return none;
  }
  const SystemProxy proxy = proxyFor(QUrl(server.origin), server.proxy);
  HttpRequest request;
  request.url = server.origin.toStdString() + kHealthPath;
  request.headers = {"User-Agent: Madoguchi/" MADOGUCHI_VERSION, "Accept: application/json"};
  const TransferSettings settings{.caFile = server.caFile.toStdString(),
                                  .proxy = proxy.address,
                                  .connectLimitMs = static_cast<long>(server.connectLimit.count()),
                                  .overallLimitMs = static_cast<long>(server.overallLimit.count())};
  const std::optional<HttpAnswer> answer = perform(transfers, request, settings, stop, &seen);
  if (!answer) {
    return std::nullopt;
  }
  ServerFindings found;
  found.failure = readHealth(*answer);
  found.proxyHost = proxy.host;
  found.proxyNotUnderstood = proxy.notUnderstood;
  found.tls = seen.tls;
  found.ownAnchors = !settings.caFile.empty();
  if (found.ownAnchors) {
    found.anchors = certificatesIn(pathOf(server.caFile));
  }
  found.clockAhead = clockAhead(seen);
  return found;
}

}  // namespace

/// One look at the computer and the server, in a thread of its own that ends with the answer.
class SelfCheck::Look {
 public:
  Look(SelfCheck& check, std::uint64_t run)
      : m_thread([this, &check, run] {
          check.tell(run, &SelfCheckFindings::computer, check.m_sources.computer());
          if (auto found = lookAtServer(check.m_sources.server, m_transfers, m_stop, m_seen)) {
            check.tell(run, &SelfCheckFindings::server, std::move(*found));
          }
          m_ended = true;
        }) {}
  ~Look() {
    stop();
    m_thread.join();
  }
  Look(const Look&) = delete;
  Look& operator=(const Look&) = delete;

  void stop() {
    m_stop = true;
    m_transfers.stop();
  }
  [[nodiscard]] bool hasEnded() const { return m_ended; }

 private:
  TransferSeen m_seen;  ///< outlives the connections, which write into it
  HttpsTransfers m_transfers;
  std::atomic<bool> m_stop = false;
  std::atomic<bool> m_ended = false;
  std::thread m_thread;
};

SelfCheck::SelfCheck(CardDesk& cards, SelfCheckSources sources, QObject* parent)
    : QObject(parent), m_cards(cards), m_sources(std::move(sources)), m_items(judge({})) {}

SelfCheck::~SelfCheck() = default;

void SelfCheck::run() {
  for (const auto& look : m_looks) {
    look->stop();
  }
  std::erase_if(m_looks, [](const auto& look) { return look->hasEnded(); });
  m_findings = {};
  ++m_run;
  take();
  m_cardCheck = m_cards.check([this](const CardCheck& found) {
    m_findings.card = found;
    take();
  });
  m_looks.push_back(std::make_unique<Look>(*this, m_run));
}

bool SelfCheck::running() const {
  return !m_findings.computer || !m_findings.card || !m_findings.server;
}

void SelfCheck::take() {
  m_items = judge(m_findings);
  emit changed();
}

template <typename Findings>
void SelfCheck::tell(std::uint64_t run, std::optional<Findings> SelfCheckFindings::*part,
                     Findings found) {
  QMetaObject::invokeMethod(
      this,
      [this, run, part, found = std::move(found)] {
        if (run == m_run) {
          m_findings.*part = found;
          take();
        }
      },
      Qt::QueuedConnection);
}

}  // namespace madoguchi::app
