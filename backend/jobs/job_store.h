#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "backend/core/encoding.h"
#include "backend/storage/transaction.h"

namespace madoguchi::backend {

/// How long a job that goes by the clock waits where nobody has done it for as long: the services
/// stood still, or the clock is ahead, and what is forgotten then is lost.
constexpr std::chrono::seconds kUntilClockIsBelieved = std::chrono::days(1);

/// What becomes of a job.
enum class JobTurn : std::uint8_t {
  take,      ///< the caller is to do it: it is due, and nobody else has taken it
  leave,     ///< it is not due, or somebody else does it
  postpone,  ///< it is due kUntilClockIsBelieved from now
};

/// Then it is due again after the pause. Throws soci::soci_error, which Storage takes.
JobTurn turnOfJob(Transaction& transaction, const std::string& name, Seconds now,
                  std::chrono::seconds pause, bool goesByClock);

}  // namespace madoguchi::backend
