#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "backend/core/encoding.h"
#include "backend/storage/storage.h"

namespace madoguchi::backend {

class StructuredLog;

/// What nobody asks for, and is done all the same now and then.
struct RegularJob {
  std::string name;  ///< for the log
  /// In one transaction; see Storage. Gives how many it was done to.
  std::function<int(Transaction&, Seconds now)> work;
};

/// The thread that does them: at the start, and regularly from then on. What fails is logged and
/// done at the next time. Several processes may do so over one database.
class RegularJobs {
 public:
  RegularJobs(Storage& storage, StructuredLog& log, std::vector<RegularJob> jobs,
              std::chrono::milliseconds pause = std::chrono::hours(1));
  /// Waits for the job that is being done.
  ~RegularJobs();
  RegularJobs(const RegularJobs&) = delete;
  RegularJobs& operator=(const RegularJobs&) = delete;

 private:
  void run();
  void doOne(const RegularJob& job);

  Storage& m_storage;
  StructuredLog& m_log;
  std::vector<RegularJob> m_jobs;
  std::chrono::milliseconds m_pause;
  std::mutex m_mutex;
  std::condition_variable m_wakeUp;
  bool m_stopping = false;
  std::thread m_thread;
};

}  // namespace madoguchi::backend
