#pragma once

#include <QTimer>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>

#include "app/core/pending.h"

namespace madoguchi::app {

/// Time since a person last did something: what a key or a pointer did. One clock for all that must
/// not outlast the person's presence, while the machine sleeps either. No timer runs while nobody
/// waits, and activity starts none but where it comes too late.
class IdleClock {
 public:
  using Time = std::chrono::steady_clock::time_point;
  IdleClock();
  /// Timers stand still while the machine sleeps: this one looks at the time so often at least.
  explicit IdleClock(std::function<Time()> now,
                     std::chrono::milliseconds look = std::chrono::minutes(1));

  /// No activity where somebody's time is over already, as after a sleep: they act first.
  void noteActivity() {
    const Time now = m_now();
    if (isDue(now)) {
      m_timer.start(0);
      return;
    }
    m_lastActivity = now;
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
  [[nodiscard]] std::chrono::milliseconds remaining(const Wait& wait, Time now) const;
  [[nodiscard]] bool isDue(Time now) const;
  void actOnWhatIsDue();
  void actOnReturn();
  void setTimer();

  std::function<Time()> m_now;
  std::chrono::milliseconds m_look;
  Time m_lastActivity;
  std::map<std::uint64_t, Wait> m_waits;
  std::map<std::uint64_t, std::function<void()>> m_returns;
  std::uint64_t m_lastWait = 0;
  QTimer m_timer;
};

}  // namespace madoguchi::app
