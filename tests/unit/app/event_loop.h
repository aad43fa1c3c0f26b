#pragma once

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QTimer>

namespace madoguchi::test {

/// Runs the event loop until `condition` holds; false where it never does. The limit only ends a
/// test that would hang.
template <typename Condition>
bool eventually(const Condition& condition) {
  const QDeadlineTimer limit(std::chrono::seconds(60));
  while (!condition()) {
    if (limit.hasExpired()) {
      return false;
    }
    // What another thread changes wakes nothing; nor does, on Windows, what was posted before.
    QTimer wake;
    wake.start(std::chrono::milliseconds(10));
    QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
  }
  return true;
}

}  // namespace madoguchi::test
