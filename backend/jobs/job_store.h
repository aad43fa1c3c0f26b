#pragma once

#include <chrono>
#include <string>

#include "backend/core/encoding.h"
#include "backend/storage/transaction.h"

namespace madoguchi::backend {

/// Whether the caller is to do the job: it is due, and nobody else has taken it. Then it is due
/// again after the pause. Throws soci::soci_error, which Storage takes.
bool takeJob(Transaction& transaction, const std::string& name, Seconds now,
             std::chrono::seconds pause);

}  // namespace madoguchi::backend
