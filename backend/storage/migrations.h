#pragma once

#include <optional>

#include "backend/core/encoding.h"
#include "backend/storage/transaction.h"

namespace madoguchi::backend {

/// The version of the schema that this program works with.
int schemaVersion();

/// That of the database; 0 where it has none yet.
int readSchemaVersion(Transaction& transaction);

/// The version of a database that is older than this program; std::nullopt of others, and of one
/// that is empty.
std::optional<int> olderVersion(Transaction& transaction);

/// Brings the schema up to date. Throws soci::soci_error where the database cannot be written, and
/// std::runtime_error where it is newer than this program.
void migrate(Transaction& transaction);
/// The same up to that version: what earlier programs did.
void migrateTo(int version, Transaction& transaction);

/// When the database was made; std::nullopt where that was before this was noted.
std::optional<Seconds> databaseMadeAt(Transaction& transaction);

/// Changes nothing. Throws std::runtime_error where the database is none of the service, is newer
/// than this program, or is older and must not be.
void demandSchema(Transaction& transaction, bool mayBeOlder);

}  // namespace madoguchi::backend
