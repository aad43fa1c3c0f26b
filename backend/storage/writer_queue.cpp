#include "backend/storage/writer_queue.h"

#include "backend/storage/storage.h"

namespace madoguchi::backend {

void WriterQueue::callNext() {
  if (!m_writing && !m_waiting.empty()) {
    m_waiting.front()->m_changed.notify_one();
  }
}

bool WriterQueue::enter(WriterTurn& turn) {
  std::unique_lock lock(m_mutex);
  m_waiting.push_back(&turn);
  const auto mayGoOn = [&] {
    return turn.m_state == WriterTurn::State::done || (!m_writing && m_waiting.front() == &turn);
  };
  if (!turn.m_changed.wait_until(lock, turn.deadline, mayGoOn)) {
    if (turn.m_state == WriterTurn::State::waiting) {
      std::erase(m_waiting, &turn);
      callNext();
      throw StorageError("no turn to write came in time");
    }
    turn.m_changed.wait(lock, mayGoOn);  // it is being done
  }
  if (turn.m_state == WriterTurn::State::done) {
    return false;
  }
  turn.m_state = WriterTurn::State::begun;
  m_waiting.erase(m_waiting.begin());
  m_writing = true;
  return true;
}

void WriterQueue::addOthers(Turns& turns) {
  const std::lock_guard lock(m_mutex);
  turns.insert(turns.end(), m_waiting.begin(), m_waiting.end());
  for (WriterTurn* turn : m_waiting) {
    turn->m_state = WriterTurn::State::begun;
  }
  m_waiting.clear();
}

void WriterQueue::leave(const Turns& turns) {
  const std::lock_guard lock(m_mutex);
  m_writing = false;
  for (WriterTurn* turn : turns) {
    turn->m_state = WriterTurn::State::done;
    turn->m_changed.notify_one();  // under the lock: the turn goes as soon as its thread knows
  }
  callNext();
}

}  // namespace madoguchi::backend
