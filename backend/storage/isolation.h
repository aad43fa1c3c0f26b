#pragma once

#include "backend/storage/soci.h"
#include "backend/storage/transaction.h"

namespace madoguchi::backend {

/// For a transaction that changes rows by what stands in these rows alone, as its first statement;
/// a row that it found missing counts only where a unique key keeps another one from adding it.
/// PostgreSQL then lets it be in the way of none but those who change the same rows; else two that
/// each read near what the other one writes are not both stored, although neither minds.
inline void mindOwnRowsOnly(Transaction& transaction) {
  soci::session& sql = transaction.session();
  if (sql.get_backend_name() == "postgresql") {
    sql << "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ";
  }
}

}  // namespace madoguchi::backend
