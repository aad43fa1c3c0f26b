#pragma once

#include "backend/storage/transaction.h"

namespace madoguchi::backend {

/// The version of the schema that this program works with.
int schemaVersion();

/// That of the database; 0 where it has none yet.
int readSchemaVersion(Transaction& transaction);

/// Brings the schema up to date. Throws soci::soci_error where the database cannot be written, and
/// std::runtime_error where it is newer than this program.
void migrate(Transaction& transaction);

}  // namespace madoguchi::backend
