#include "backend/http/connection.h"

namespace madoguchi::backend {

void Connection::endAt(Clock::time_point time) {
  m_end = time;
  if (time < m_wakesAt) {
    wakeAt(time);
  }
}

void Connection::wakeAt(Clock::time_point time) {
  m_wakesAt = time;
  m_timer.expires_at(time);
  m_timer.async_wait([self = weak_from_this()](const boost::system::error_code& error) {
    const auto connection = self.lock();
    if (!connection || error) {
      return;
    }
    if (Clock::now() < connection->m_end) {
      connection->wakeAt(connection->m_end);
    } else {
      connection->channel.end();
    }
  });
}

}  // namespace madoguchi::backend
