#pragma once

#include <string_view>

#include "backend/core/encoding.h"
#include "backend/storage/transaction.h"

namespace madoguchi::backend {

/// Rows that are kept for a time only.
struct OldRows {
  std::string_view table;
  std::string_view column;          ///< a time, with an index
  std::string_view condition = {};  ///< SQL for "and only where"
};

/// Deletes the oldest of those from before that time, about `most` of them, so that no transaction
/// takes long: rows of one second go together. Gives how many there were; see RegularJob. Throws
/// soci::soci_error.
int deleteOldest(Transaction& transaction, const OldRows& rows, Seconds before, int most);

}  // namespace madoguchi::backend
