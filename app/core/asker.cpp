#include "app/core/asker.h"

#include <QMetaObject>
#include <QObject>
#include <mutex>

namespace madoguchi::app {

struct Asker::Ear {
  std::mutex mutex;
  /// Lives in the asker's thread, as long as the Pending does; what was said and not heard yet goes
  /// with it.
  std::unique_ptr<QObject> there = std::make_unique<QObject>();
  bool answered = false;

  void say(std::function<void()> hear, bool last) {
    const std::lock_guard lock(mutex);
    if (there == nullptr || answered) {
      return;
    }
    answered = last;
    QMetaObject::invokeMethod(there.get(), std::move(hear), Qt::QueuedConnection);
  }

  /// True where somebody is still at work for an answer.
  bool close() {
    std::unique_ptr<QObject> gone;
    const std::lock_guard lock(mutex);
    gone = std::move(there);
    return !answered;
  }
};

Asker::Asked Asker::ask(std::function<void()> callOff) {
  auto ear = std::make_shared<Ear>();
  return {Asker(ear), Pending([ear, callOff = std::move(callOff)] {
            if (ear->close() && callOff) {
              callOff();
            }
          })};
}

void Asker::answer(std::function<void()> hear) const { m_ear->say(std::move(hear), true); }

void Asker::tell(std::function<void()> hear) const { m_ear->say(std::move(hear), false); }

bool Asker::waits() const {
  const std::lock_guard lock(m_ear->mutex);
  return m_ear->there != nullptr && !m_ear->answered;
}

}  // namespace madoguchi::app
