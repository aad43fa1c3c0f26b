#include "app/core/session.h"

#include <utility>

#include "app/core/idle_clock.h"

namespace madoguchi::app {

Session::Session(IdleClock& idle, Times times, QObject* parent)
    : QObject(parent), m_idle(idle), m_times(times) {
  m_told.setSingleShot(true);
  m_told.setInterval(m_times.told);
  connect(&m_told, &QTimer::timeout, this, &Session::tellUse);
}

void Session::open(card::SecretBuffer token, Welcome welcome) {
  m_wasWithCard = welcome.withCard;
  m_open = Open{std::move(token), std::move(welcome)};
  ++m_number;
  m_absence = m_idle.after(m_times.lifetime, [this] { close(Ended::idle); });
  setEndsSoon(false);
  warnInTime();
  m_use.drop();
  m_told.start();
  emit opened();
}

void Session::close(Ended why) {
  if (!m_open) {
    return;
  }
  emit ending(why);
  m_open.reset();
  m_lastEnd = why;
  for (Pending* wait : {&m_absence, &m_warning, &m_return, &m_use}) {
    wait->drop();
  }
  m_told.stop();
  setEndsSoon(false);
  emit ended(why);
}

void Session::warnInTime() {
  m_warning = m_idle.after(m_times.lifetime - m_times.warning, [this] {
    setEndsSoon(true);
    m_return = m_idle.atNextActivity([this] {
      setEndsSoon(false);
      warnInTime();
    });
  });
}

void Session::setEndsSoon(bool soon) {
  if (std::exchange(m_endsSoon, soon) != soon) {
    emit endsSoonChanged();
  }
}

void Session::tellUse() {
  m_use = m_idle.atNextActivity([this] {
    m_told.start();
    emit inUse();
  });
}

}  // namespace madoguchi::app
