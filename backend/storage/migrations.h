#pragma once

#include "backend/storage/soci.h"

namespace madoguchi::backend {

/// The version of the schema that this program works with.
int schemaVersion();

/// Brings the schema up to date, all steps in one transaction. Throws std::runtime_error where the
/// database cannot be written or is newer than this program.
void migrate(soci::session& session);

}  // namespace madoguchi::backend
