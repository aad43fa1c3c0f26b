#pragma once

#include <QTimer>

namespace madoguchi::app {

/// Tells the service manager that the program is ready, and gives its watchdog a sign of life from
/// the event loop, twice in each WATCHDOG_USEC, for as long as this lives: a loop that hangs gives
/// none. Nothing where the environment names no service manager (sd_notify(3)).
class SignsOfLife {
 public:
  SignsOfLife();

 private:
  QTimer m_timer;
};

}  // namespace madoguchi::app
