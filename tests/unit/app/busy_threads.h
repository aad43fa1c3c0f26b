#pragma once

#include <QSemaphore>
#include <QThreadPool>

namespace madoguchi::test {

/// All threads of inBackground() are taken, as by files on a disk that does not answer, until
/// release().
class BusyThreads {
 public:
  BusyThreads() : m_count(QThreadPool::globalInstance()->maxThreadCount()) {
    for (int i = 0; i < m_count; ++i) {
      QThreadPool::globalInstance()->start([this] {
        m_go.acquire();
        m_gone.release();
      });
    }
  }
  ~BusyThreads() { release(); }
  BusyThreads(const BusyThreads&) = delete;
  BusyThreads& operator=(const BusyThreads&) = delete;

  void release() {
    m_go.release(m_count);
    m_gone.acquire(m_count);
    m_count = 0;
  }

 private:
  int m_count;
  QSemaphore m_go;
  QSemaphore m_gone;
};

}  // namespace madoguchi::test
