#pragma once

#include <condition_variable>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <vector>

#include "backend/core/deadline.h"
#include "backend/storage/database_fault.h"
#include "backend/storage/transaction.h"

namespace madoguchi::backend {

/// What one thread wants to have written.
class WriterTurn {
 public:
  WriterTurn(const std::function<void(Transaction&)>& toDo, Deadline until)
      : work(toDo), deadline(until) {}

  const std::function<void(Transaction&)>& work;
  const Deadline deadline;
  // How it ended. Stored where neither is there.
  std::optional<TransactionFailure> failure = {};
  std::exception_ptr thrown = {};  ///< of the work itself, or a StorageError

 private:
  friend class WriterQueue;
  enum class State : std::uint8_t { waiting, begun, done };
  State m_state = State::waiting;
  std::condition_variable m_changed;
};

/// Where the database has one writer at a time: who comes while another one writes waits, and one
/// of those that have waited then writes for all of them, so that they share the disk's time.
class WriterQueue {
 public:
  using Turns = std::vector<WriterTurn*>;

  /// True where the thread has to write, which it ends with leave(); false where another one has
  /// done it. Throws StorageError where the deadline passes before anybody has begun.
  bool enter(WriterTurn& turn);
  /// Adds those that wait now, for the one who writes: they are to be done with its own.
  void addOthers(Turns& turns);
  /// They are done, and the next one may write.
  void leave(const Turns& turns);

 private:
  void callNext();

  std::mutex m_mutex;
  bool m_writing = false;
  Turns m_waiting;
};

}  // namespace madoguchi::backend
