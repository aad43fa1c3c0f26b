#include "app/kiosk/service_manager.h"

#include <chrono>

#include "app/kiosk/system.h"

namespace madoguchi::app {

SignsOfLife::SignsOfLife() {
  tellServiceManager("READY=1");
  const std::chrono::microseconds limit(qgetenv("WATCHDOG_USEC").toLongLong());
  if (limit.count() <= 0) return;
  QObject::connect(&m_timer, &QTimer::timeout, [] { tellServiceManager("WATCHDOG=1"); });
  m_timer.start(std::chrono::ceil<std::chrono::milliseconds>(limit / 2));
}

}  // namespace madoguchi::app
