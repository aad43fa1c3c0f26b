#include "app/server/session.h"

#include <utility>

#include "app/core/idle_clock.h"

namespace madoguchi::app {

Session::Session(IdleClock& idle, std::chrono::milliseconds lifetime, QObject* parent)
    : QObject(parent), m_idle(idle), m_lifetime(lifetime) {}

void Session::open(card::SecretBuffer token, Welcome welcome) {
  m_open = Open{std::move(token), std::move(welcome)};
  m_absence = m_idle.after(m_lifetime, [this] { close(Ended::idle); });
  emit opened();
}

void Session::close(Ended why) {
  if (!m_open) {
    return;
  }
  m_open.reset();
  m_absence.drop();
  emit ended(why);
}

}  // namespace madoguchi::app
