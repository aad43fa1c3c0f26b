#pragma once

#include <chrono>
#include <functional>

#include "app/card/card_work.h"
#include "app/core/idle_clock.h"

namespace madoguchi::app {

/// Password and PIN between the page that asks for them and what needs them, and no longer than
/// `lifetime` without a sign of life.
class SecretKeeper {
 public:
  /// `expired` is called when everything was wiped because the lifetime had ended.
  SecretKeeper(IdleClock& idle, std::chrono::milliseconds lifetime, std::function<void()> expired);

  /// Not known to be right yet; takes the place of all that was offered before.
  void offer(CardSecrets secrets);
  [[nodiscard]] const CardSecrets& offered() const { return m_offered; }
  /// What was offered was right: keeps it.
  void accept();
  void dropOffered();

  [[nodiscard]] const CardSecrets& kept() const { return m_kept; }
  [[nodiscard]] bool holdsAny() const { return m_kept.holdsAny() || m_offered.holdsAny(); }
  void wipe(card::Secret which);
  void wipe();

  /// The same for what is typed and was not offered yet.
  [[nodiscard]] Pending afterLifetime(std::function<void()> act) const;

 private:
  void endWait();

  IdleClock& m_idle;
  const std::chrono::milliseconds m_lifetime;
  const std::function<void()> m_expired;
  CardSecrets m_offered;
  CardSecrets m_kept;
  Pending m_wait;  ///< while anything is held
};

}  // namespace madoguchi::app
