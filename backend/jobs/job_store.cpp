#include "backend/jobs/job_store.h"

#include <algorithm>

#include "backend/storage/columns.h"
#include "backend/storage/soci.h"

namespace madoguchi::backend {
namespace {

/// False where it is not due in this time, or is unknown.
bool moveJob(Transaction& transaction, const std::string& name, const std::string& condition,
             Seconds bound, Seconds next) {
  const long long at = toColumn(bound);
  const long long due = toColumn(next);
  soci::statement statement =
      (transaction.session().prepare
           << "UPDATE jobs SET due_at = :next WHERE name = :name AND due_at " + condition,
       soci::use(due), soci::use(name), soci::use(at));
  statement.execute(true);
  return statement.get_affected_rows() == 1;
}

}  // namespace

JobTurn turnOfJob(Transaction& transaction, const std::string& name, Seconds now,
                  std::chrono::seconds pause, bool goesByClock) {
  if (goesByClock && moveJob(transaction, name, "<= :long", now - kUntilClockIsBelieved,
                             now + kUntilClockIsBelieved)) {
    return JobTurn::postpone;
  }
  // One that is due later than ever it could be is due: the clock was set since.
  const Seconds furthest = now + (goesByClock ? std::max(pause, kUntilClockIsBelieved) : pause);
  if (moveJob(transaction, name, "<= :now", now, now + pause) ||
      moveJob(transaction, name, "> :furthest", furthest, now + pause)) {
    return JobTurn::take;
  }
  int known = 0;
  const long long next = toColumn(now + pause);
  soci::session& sql = transaction.session();
  sql << "SELECT COUNT(*) FROM jobs WHERE name = :name", soci::into(known), soci::use(name);
  if (known > 0) {
    return JobTurn::leave;
  }
  sql << "INSERT INTO jobs (name, due_at) VALUES (:name, :next)", soci::use(name), soci::use(next);
  return JobTurn::take;
}

}  // namespace madoguchi::backend
