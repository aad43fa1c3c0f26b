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
  std::function<int(Transaction&, Seconds now)> work = {};
  /// Where it does only so many at once: it is done once more, in another transaction, for as long
  /// as it does as many. 0 = it does all.
  int batch = 0;
  /// It does what a time has passed for, and must not where that is the clock's fault: see
  /// kUntilClockIsBelieved.
  bool goesByClock = false;
  /// In place of `work`, for what takes its time elsewhere: it asks the database in transactions of
  /// its own, so that nobody waits for the rest. Gives how many it was done to.
  std::function<int(Storage&, Seconds now)> apart = {};
};

/// The thread that does them, regularly, beginning with those that are due at the start. Of several
/// processes over one database, one does a job when it is due. What fails is logged and done at the
/// next time.
class RegularJobs {
 public:
  /// `worked` is called when a job was done to something, which may have written mails.
  RegularJobs(Storage& storage, StructuredLog& log, std::vector<RegularJob> jobs,
              std::function<void()> worked,
              std::chrono::milliseconds pause = std::chrono::hours(1));
  /// Waits for the job that is being done.
  ~RegularJobs();
  RegularJobs(const RegularJobs&) = delete;
  RegularJobs& operator=(const RegularJobs&) = delete;

 private:
  void run();
  void doOne(const RegularJob& job);
  int doOnce(const RegularJob& job);
  int doBatches(const RegularJob& job);

  Storage& m_storage;
  StructuredLog& m_log;
  std::vector<RegularJob> m_jobs;
  std::function<void()> m_worked;
  std::chrono::milliseconds m_pause;
  std::mutex m_mutex;
  std::condition_variable m_wakeUp;
  bool m_stopping = false;
  std::thread m_thread;
};

}  // namespace madoguchi::backend
