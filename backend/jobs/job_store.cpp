#include "backend/jobs/job_store.h"

#include "backend/storage/columns.h"
#include "backend/storage/soci.h"

namespace madoguchi::backend {

bool takeJob(Transaction& transaction, const std::string& name, Seconds now,
             std::chrono::seconds pause) {
  const long long at = toColumn(now);
  const long long next = toColumn(now + pause);
  soci::session& sql = transaction.session();
  // One that is due later than ever it could be is due: the clock was set since.
  soci::statement statement = (sql.prepare << "UPDATE jobs SET due_at = :next WHERE name = :name"
                                              " AND (due_at <= :now OR due_at > :furthest)",
                               soci::use(next), soci::use(name), soci::use(at), soci::use(next));
  statement.execute(true);
  if (statement.get_affected_rows() == 1) {
    return true;
  }
  int known = 0;
  sql << "SELECT COUNT(*) FROM jobs WHERE name = :name", soci::into(known), soci::use(name);
  if (known == 0) {
    sql << "INSERT INTO jobs (name, due_at) VALUES (:name, :next)", soci::use(name),
        soci::use(next);
  }
  return known == 0;
}

}  // namespace madoguchi::backend
