#include "app/rooms/selfcheck/self_check.h"

#include <QMetaObject>
#include <utility>

#include "app/card/card_desk.h"
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

}  // namespace

SelfCheck::SelfCheck(CardDesk& cards, SelfCheckSources sources, QObject* parent)
    : QObject(parent), m_cards(cards), m_sources(std::move(sources)), m_items(judge({})) {}

SelfCheck::~SelfCheck() { endAsking(); }

void SelfCheck::run() {
  endAsking();
  m_findings = {};
  ++m_run;
  take();
  m_cardCheck = m_cards.check([this](const CardCheck& found) {
    m_findings.card = found;
    take();
  });
  askServer();
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

void SelfCheck::endAsking() {
  m_stop = true;
  if (m_thread.joinable()) {
    m_transfers->wake();
    m_thread.join();
  }
}

void SelfCheck::askServer() {
  const ServerSettings& server = m_sources.server;
  const QUrl proxy = systemProxy(QUrl(server.origin));
  HttpRequest request;
  request.url = server.origin.toStdString() + kHealthPath;
  request.headers = {"User-Agent: Madoguchi/" MADOGUCHI_VERSION, "Accept: application/json"};
  const TransferSettings settings{.caFile = server.caFile.toStdString(),
                                  .proxy = proxy.toString(QUrl::FullyEncoded).toStdString(),
                                  .connectLimitMs = static_cast<long>(server.connectLimit.count()),
                                  .overallLimitMs = static_cast<long>(server.overallLimit.count())};
  m_stop = false;
  m_transfers.reset();
  m_seen = std::make_unique<TransferSeen>();
  m_transfers = std::make_unique<HttpsTransfers>();
  m_thread =
      std::thread([this, request, settings, run = m_run, proxyHost = proxy.host().toStdString()] {
        tell(run, &SelfCheckFindings::computer, m_sources.computer());
        const std::optional<HttpAnswer> answer =
            perform(*m_transfers, request, settings, m_stop, m_seen.get());
        if (!answer) {
          return;
        }
        ServerFindings found;
        found.failure = readHealth(*answer);
        found.proxyHost = proxyHost;
        found.tls = m_seen->tls;
        found.ownAnchors = !settings.caFile.empty();
        if (found.ownAnchors) {
          found.anchors = certificatesIn(settings.caFile);
        }
        found.clockAhead = clockAhead(*m_seen);
        tell(run, &SelfCheckFindings::server, std::move(found));
      });
}

}  // namespace madoguchi::app
