#include "backend/storage/database_fault.h"

// After soci.h, whose settings they share.
#include <soci/postgresql/soci-postgresql.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <string_view>

namespace madoguchi::backend {
namespace {

DatabaseFault sqliteFault(int result) {
  switch (result & 0xFF) {  // the higher bits of an extended code only tell more
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return DatabaseFault::collision;
    case SQLITE_CONSTRAINT:
      return DatabaseFault::takenKey;
    default:
      return DatabaseFault::lasting;
  }
}

/// PostgreSQL, Appendix A. The library has no code for a connection that broke in mid-sentence.
DatabaseFault postgresqlFault(std::string_view state) {
  if (state == "40001" || state == "40P01") {  // serialization_failure, deadlock_detected
    return DatabaseFault::collision;
  }
  if (state == "23505") {  // unique_violation
    return DatabaseFault::takenKey;
  }
  if (state == "25006") {  // read_only_sql_transaction
    return DatabaseFault::readOnly;
  }
  const bool lost = state.starts_with("08") || state.starts_with("57P") || state == "     ";
  return lost ? DatabaseFault::connectionLost : DatabaseFault::lasting;
}

}  // namespace

DatabaseFault faultOf(const soci::soci_error& error) {
  if (const auto* sqlite = dynamic_cast<const soci::sqlite3_soci_error*>(&error)) {
    return sqliteFault(sqlite->result());
  }
  if (const auto* postgresql = dynamic_cast<const soci::postgresql_soci_error*>(&error)) {
    return postgresqlFault(postgresql->sqlstate());
  }
  return DatabaseFault::lasting;
}

std::string loggableMessage(const soci::soci_error& error) {
  const std::string message = error.get_error_message();
  return message.substr(0, message.find('\n'));
}

}  // namespace madoguchi::backend
