#pragma once

#include <QObject>
#include <QString>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "app/core/pending.h"
#include "app/rooms/selfcheck/self_check_items.h"
#include "app/server/server.h"

namespace madoguchi::app {

class CardDesk;

/// Where a self-check looks.
struct SelfCheckSources {
  ServerSettings server;
  std::function<ComputerFindings()> computer;  ///< called in a thread of its own
};

/// Looks at this computer, its readers, the card on them and the way to the server. Verifies no
/// secret and spends no try. What was found is judged as it comes in.
class SelfCheck : public QObject {
  Q_OBJECT
 public:
  SelfCheck(CardDesk& cards, SelfCheckSources sources, QObject* parent = nullptr);
  ~SelfCheck() override;

  /// Looks at everything anew, at once: a look that is held up by a service that hangs ends when it
  /// can, and nobody hears of it.
  void run();
  [[nodiscard]] bool running() const;
  [[nodiscard]] const std::vector<CheckItem>& items() const { return m_items; }
  [[nodiscard]] const QString& server() const { return m_sources.server.origin; }

 signals:
  /// Items were judged; running() is false where these are the last.
  void changed();

 private:
  class Look;

  /// From the thread that looks.
  template <typename Findings>
  void tell(std::uint64_t run, std::optional<Findings> SelfCheckFindings::*part, Findings found);
  void take();

  CardDesk& m_cards;
  const SelfCheckSources m_sources;
  SelfCheckFindings m_findings;
  std::uint64_t m_run = 0;  ///< run() begins a new one
  Pending m_cardCheck;
  std::vector<CheckItem> m_items;
  std::vector<std::unique_ptr<Look>> m_looks;  ///< the last one counts; those before it are ending
};

}  // namespace madoguchi::app
