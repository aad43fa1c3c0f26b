#include "backend/storage/old_rows.h"

#include <string>

#include "backend/storage/columns.h"
#include "backend/storage/soci.h"

namespace madoguchi::backend {

int deleteOldest(Transaction& transaction, const OldRows& rows, Seconds before, int most) {
  const std::string table(rows.table);
  const std::string column(rows.column);
  const std::string where = rows.condition.empty() ? "" : " AND " + std::string(rows.condition);
  soci::session& sql = transaction.session();
  const long long end = toColumn(before);
  const int skipped = most - 1;
  long long last = 0;
  sql << "SELECT " + column + " FROM " + table + " WHERE " + column + " < :before" + where +
             " ORDER BY " + column + " LIMIT 1 OFFSET :skipped",
      soci::into(last), soci::use(end), soci::use(skipped);
  if (!sql.got_data()) {
    last = end - 1;
  }
  soci::statement statement =
      (sql.prepare << "DELETE FROM " + table + " WHERE " + column + " <= :last" + where,
       soci::use(last));
  statement.execute(true);
  return static_cast<int>(statement.get_affected_rows());
}

}  // namespace madoguchi::backend
