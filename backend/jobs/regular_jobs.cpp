#include "backend/jobs/regular_jobs.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "backend/core/structured_log.h"
#include "backend/jobs/job_store.h"

namespace madoguchi::backend {
namespace {

constexpr std::chrono::seconds kTimeForOne{10};

}  // namespace

RegularJobs::RegularJobs(Storage& storage, StructuredLog& log, std::vector<RegularJob> jobs,
                         std::function<void()> worked, std::chrono::milliseconds pause)
    : m_storage(storage),
      m_log(log),
      m_jobs(std::move(jobs)),
      m_worked(std::move(worked)),
      m_pause(pause),
      m_thread([this] { run(); }) {}

RegularJobs::~RegularJobs() {
  {
    const std::lock_guard lock(m_mutex);
    m_stopping = true;
    m_wakeUp.notify_all();
  }
  m_thread.join();
}

void RegularJobs::run() {
  std::unique_lock lock(m_mutex);
  while (!m_stopping) {
    lock.unlock();
    for (const RegularJob& job : m_jobs) {
      doOne(job);
    }
    lock.lock();
    m_wakeUp.wait_for(lock, m_pause, [this] { return m_stopping; });
  }
}

void RegularJobs::doOne(const RegularJob& job) {
  try {
    const auto pause = std::chrono::duration_cast<std::chrono::seconds>(m_pause);
    const JobTurn turn = m_storage.write(deadlineIn(kTimeForOne), [&](Transaction& transaction) {
      return turnOfJob(transaction, job.name, now(), pause, job.goesByClock);
    });
    if (turn == JobTurn::postpone) {
      m_log.error("jobPostponed", {{"job", job.name}});
    }
    const int count = turn == JobTurn::take ? doBatches(job) : 0;
    if (count > 0) {
      m_worked();
      m_log.info("jobDone", {{"job", job.name}, {"count", count}});
    }
  } catch (const std::exception& exception) {
    m_log.error("jobFailed", {{"job", job.name}, {"error", describe(exception)}});
  }
}

int RegularJobs::doOnce(const RegularJob& job) {
  return job.apart ? job.apart(m_storage, now())
                   : m_storage.write(deadlineIn(kTimeForOne),
                                     [&job, time = now()](Transaction& transaction) {
                                       return job.work(transaction, time);
                                     });
}

int RegularJobs::doBatches(const RegularJob& job) {
  int all = 0;
  while (true) {
    const int count = doOnce(job);
    all += count;
    const std::lock_guard lock(m_mutex);
    if (job.batch == 0 || count < job.batch || m_stopping) {
      return all;
    }
  }
}

}  // namespace madoguchi::backend
