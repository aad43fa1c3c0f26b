#include "backend/storage/storage.h"

#include <sodium.h>

#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

#include "backend/core/encoding.h"
#include "backend/storage/database_fault.h"
#include "backend/storage/database_files.h"
#include "backend/storage/migrations.h"
#include "backend/storage/session_lease.h"
#include "backend/storage/soci.h"

namespace madoguchi::backend {
namespace {

// For a schema of years, and for several processes that start at once.
constexpr std::chrono::seconds kMigrationTime{60};
constexpr std::chrono::seconds kProbeTime{5};
constexpr std::chrono::seconds kProbeLasts{1};
// Pages of SQLite (4 KiB) that a registration changes: eight, indexes included.
constexpr std::size_t kProbeBytes = 32UL * 1024;
// A taken key is another transaction's, and gone at the next try; or a fault of this program.
constexpr int kTriesForAKey = 3;

/// Nobody's turn comes sooner by asking all the time; at random, so that two do not meet again.
void pauseAfter(int attempt, Deadline deadline) {
  constexpr int kDoublings = 6;
  const std::chrono::milliseconds pause(
      1 + randombytes_uniform(1U << static_cast<unsigned>(std::min(attempt, kDoublings))));
  std::this_thread::sleep_for(std::min(pause, timeLeft(deadline)));
}

void writeProbe(Transaction& transaction) {
  if (readSchemaVersion(transaction) != schemaVersion()) {
    throw StorageError("the schema is not this program's");
  }
  const std::string filler = randomHex(kProbeBytes / 2);
  transaction.session() << "UPDATE probe SET filler = :filler", soci::use(filler);
}

}  // namespace

class Storage::Private {
 public:
  Private(const std::string& connection, std::size_t count) : sessions(connection, count) {}

  /// What kept the transaction from being done; empty when it was.
  struct Failure {
    DatabaseFault fault = DatabaseFault::lasting;
    std::string message;
  };
  std::optional<Failure> tryOnce(Kind kind, Deadline deadline,
                                 const std::function<void(Transaction&)>& work);
  void demandFiles() const {
    if (!areInPlace(files)) {
      throw StorageError(
          "the file of the database was removed or replaced; start the service again when it is "
          "back");
    }
  }

  Sessions sessions;
  std::vector<FileIdentity> files;
  std::mutex probing;
  std::chrono::steady_clock::time_point probedAt;
  std::optional<std::string> found = "not looked at";
  std::atomic<bool> failedSince = true;
};

std::optional<Storage::Private::Failure> Storage::Private::tryOnce(
    Kind kind, Deadline deadline, const std::function<void(Transaction&)>& work) {
  demandFiles();
  SessionLease lease(sessions, deadline);
  bool committing = false;
  try {
    lease.begin(kind == Kind::write, deadline);
    Transaction transaction(lease.session());
    work(transaction);
    committing = kind == Kind::write;
    lease.session() << (committing ? "COMMIT" : "ROLLBACK");
  } catch (const soci::soci_error& error) {
    const bool lost = lease.isLost() || faultOf(error) == DatabaseFault::connectionLost;
    lease.abandon(lost);
    if (lost) {
      // Stored or not, once COMMIT was sent: to do it again could do it twice.
      return Failure{committing ? DatabaseFault::lasting : DatabaseFault::connectionLost,
                     loggableMessage(error)};
    }
    return Failure{faultOf(error), loggableMessage(error)};
  } catch (...) {
    lease.abandon(false);
    throw;
  }
  demandFiles();
  return std::nullopt;
}

Storage::Storage(const std::string& connection, std::size_t sessions) {
  try {
    d = std::make_unique<Private>(connection, sessions);
    write(deadlineIn(kMigrationTime), migrate);
    SessionLease lease(d->sessions, deadlineIn(kMigrationTime));
    d->files = filesOf(lease.session());
  } catch (const soci::soci_error& error) {
    throw StorageError(loggableMessage(error));
  }
}

Storage::~Storage() = default;

void Storage::run(Kind kind, Deadline deadline, const std::function<void(Transaction&)>& work) {
  try {
    for (int attempt = 1;; ++attempt) {
      const auto failure = d->tryOnce(kind, deadline, work);
      if (!failure) {
        return;
      }
      const bool passes = failure->fault == DatabaseFault::collision ||
                          failure->fault == DatabaseFault::connectionLost ||
                          (failure->fault == DatabaseFault::takenKey && attempt < kTriesForAKey);
      if (!passes || timeLeft(deadline).count() == 0) {
        throw StorageError(failure->message);
      }
      pauseAfter(attempt, deadline);
    }
  } catch (const StorageError&) {
    d->failedSince = true;
    throw;
  }
}

std::optional<std::string> Storage::obstacle() noexcept {
  const std::lock_guard lock(d->probing);
  const bool fresh = std::chrono::steady_clock::now() - d->probedAt < kProbeLasts &&
                     !d->failedSince.exchange(false) && areInPlace(d->files);
  if (!fresh) {
    try {
      write(deadlineIn(kProbeTime), writeProbe);
      d->found.reset();
    } catch (const std::exception& exception) {
      d->found = exception.what();
      d->failedSince = false;  // its own
    }
    d->probedAt = std::chrono::steady_clock::now();
  }
  return d->found;
}

}  // namespace madoguchi::backend
