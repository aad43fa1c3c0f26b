#pragma once

#include <cstdint>
#include <string>

#include "backend/storage/soci.h"

namespace madoguchi::backend {

/// What an error of the database means for the transaction that met it.
enum class DatabaseFault : std::uint8_t {
  lasting,         ///< the next try would meet it, too
  collision,       ///< another transaction was in the way
  takenKey,        ///< a key that another transaction took in the same moment, or a fault of ours
  connectionLost,  ///< nothing tells how far it came
  readOnly,        ///< nothing can be written here: the server is the primary no longer
};

/// What kept a transaction from being stored.
struct TransactionFailure {
  DatabaseFault fault = DatabaseFault::lasting;
  std::string message;  ///< may be logged
};

DatabaseFault faultOf(const soci::soci_error& error);

/// What may be logged of it: without the context that SOCI adds to what(), which holds the bound
/// values, and without the further lines in which PostgreSQL names values.
std::string loggableMessage(const soci::soci_error& error);

}  // namespace madoguchi::backend
