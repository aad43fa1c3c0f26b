#pragma once

#include <QTimer>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>

#include "app/core/pending.h"

namespace madoguchi::app {

/// Time since a person last did something: what a key or a pointer did. One clock for all that must
/// not outlast the person's presence. No timer runs while nobody waits, and activity starts none.
class IdleClock {
 public:
  using Time = std::chrono::steady_clock::time_point;
  explicit IdleClock(std::function<Time()> now = &std::chrono::steady_clock::now);

  void noteActivity() {
    m_lastActivity = m_now();
    if (!m_returns.empty()) {
      actOnReturn();
    }
  }
  /// Acts once, when nobody has done anything for so long; asking is an activity for this one wait.
  Pending after(std::chrono::milliseconds idle, std::function<void()> act);
  /// Acts once, when somebody next does something.
  Pending atNextActivity(std::function<void()> act);

 private:
  struct Wait {
    std::chrono::milliseconds idle;
    Time since;
    std::function<void()> act;
  };
  [[nodiscard]] std::chrono::milliseconds remaining(const Wait& wait) const;
  void actOnWhatIsDue();
  void actOnReturn();
  void setTimer();

  std::function<Time()> m_now;
  Time m_lastActivity;
  std::map<std::uint64_t, Wait> m_waits;
  std::map<std::uint64_t, std::function<void()>> m_returns;
  std::uint64_t m_lastWait = 0;
  QTimer m_timer;
};

}  // namespace madoguchi::app
