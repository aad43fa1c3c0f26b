#include "app/core/idle_clock.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "app/core/system.h"

namespace madoguchi::app {

using std::chrono::milliseconds;

IdleClock::IdleClock() : IdleClock(&timeThroughSleep) {}

IdleClock::IdleClock(std::function<Time()> now, milliseconds look)
    : m_now(std::move(now)), m_look(look), m_lastActivity(m_now()) {
  m_timer.setSingleShot(true);
  QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { actOnWhatIsDue(); });
}

Pending IdleClock::after(milliseconds idle, std::function<void()> act) {
  const std::uint64_t id = ++m_lastWait;
  m_waits.emplace(id, Wait{idle, m_now(), std::move(act)});
  setTimer();
  return Pending([this, id] {
    m_waits.erase(id);
    setTimer();
  });
}

Pending IdleClock::atNextActivity(std::function<void()> act) {
  const std::uint64_t id = ++m_lastWait;
  m_returns.emplace(id, std::move(act));
  return Pending([this, id] { m_returns.erase(id); });
}

void IdleClock::actOnReturn() {
  // Only those of now: what they do may wait for the activity after this one.
  const std::uint64_t last = m_lastWait;
  while (!m_returns.empty() && m_returns.begin()->first <= last) {
    m_returns.extract(m_returns.begin()).mapped()();
  }
}

milliseconds IdleClock::remaining(const Wait& wait, Time now) const {
  const auto end = std::max(m_lastActivity, wait.since) + wait.idle;
  return std::max(std::chrono::ceil<milliseconds>(end - now), milliseconds(0));
}

bool IdleClock::isDue(Time now) const {
  return std::ranges::any_of(
      m_waits, [&](const auto& wait) { return remaining(wait.second, now) == milliseconds(0); });
}

void IdleClock::actOnWhatIsDue() {
  const Time now = m_now();
  std::vector<std::uint64_t> due;
  for (const auto& [id, wait] : m_waits) {
    if (remaining(wait, now) == milliseconds(0)) {
      due.push_back(id);
    }
  }
  for (const std::uint64_t id : due) {
    // What one of them does may have called off the next.
    if (auto wait = m_waits.extract(id)) {
      wait.mapped().act();
    }
  }
  setTimer();
}

void IdleClock::setTimer() {
  if (m_waits.empty()) {
    m_timer.stop();
    return;
  }
  // Activity only moves the end away: the timer looks then, instead of beginning anew with every
  // movement of a mouse.
  const Time now = m_now();
  milliseconds first = m_look;
  for (const auto& [id, wait] : m_waits) {
    first = std::min(first, remaining(wait, now));
  }
  m_timer.start(first);
}

}  // namespace madoguchi::app
