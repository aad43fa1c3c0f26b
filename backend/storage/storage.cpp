#include "backend/storage/storage.h"

#include <sodium.h>

#include <algorithm>
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
#include "backend/storage/writer_queue.h"

namespace madoguchi::backend {
namespace {

// For several processes that start at once, and to find out that a database is not to be had.
constexpr std::chrono::seconds kStartTime{60};
// What a new version makes of all rows of years takes as long as it takes: given up, it would begin
// anew at each start.
constexpr std::chrono::hours kMigrationTime{24};
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

TransactionFailure failureOf(const soci::soci_error& error) {
  return {faultOf(error), loggableMessage(error)};
}

/// Does the one in the transaction of all; what it wrote goes where it fails.
void doTurn(Transaction& transaction, WriterTurn& turn) {
  soci::session& sql = transaction.session();
  sql << "SAVEPOINT turn";
  try {
    turn.work(transaction);
    sql << "RELEASE turn";
    return;
  } catch (const soci::soci_error& error) {
    turn.failure = failureOf(error);
  } catch (...) {
    turn.thrown = std::current_exception();
  }
  // Fails where SQLite has undone all of the transaction, as it does when the disk is full.
  sql << "ROLLBACK TO turn";
  sql << "RELEASE turn";
}

void doTogether(Transaction& transaction, const WriterQueue::Turns& turns) {
  if (turns.size() == 1) {
    turns.front()->work(transaction);
    return;
  }
  for (WriterTurn* turn : turns) {
    doTurn(transaction, *turn);
  }
}

/// All of a transaction. What failed before by itself is known better already.
void fail(const WriterQueue::Turns& turns, const TransactionFailure& failure) {
  const bool hasCulprit = std::ranges::any_of(
      turns, [](const WriterTurn* turn) { return turn->failure || turn->thrown; });
  for (WriterTurn* turn : turns) {
    if (!turn->failure && !turn->thrown) {
      turn->failure = failure;
      if (hasCulprit) {
        turn->failure->fault = DatabaseFault::collision;  // good as such: it begins again
      }
    }
  }
}

}  // namespace

class Storage::Private {
 public:
  Private(const std::string& connection, std::size_t count) : sessions(connection, count) {}

  using Work = std::function<void(Transaction&)>;
  /// Gives what kept the transaction from being done; nothing when it was.
  std::optional<TransactionFailure> tryOnce(Kind kind, Deadline deadline, const Work& work);
  /// The same for SQLite, with those that came meanwhile.
  std::optional<TransactionFailure> tryInTurn(Deadline deadline, const Work& work);
  void demandFiles() const {
    if (!areInPlace(files)) {
      throw StorageError(
          "the file of the database was removed or replaced; start the service again when it is "
          "back");
    }
  }

  Sessions sessions;
  std::vector<FileIdentity> files;
  WriterQueue writers;
  std::shared_ptr<Metrics> metrics;
  std::mutex probing;
  std::chrono::steady_clock::time_point probedAt;
  std::optional<std::string> found = "not looked at";
  std::atomic<bool> failedSince = true;
};

std::optional<TransactionFailure> Storage::Private::tryOnce(Kind kind, Deadline deadline,
                                                            const Work& work) {
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
    const DatabaseFault fault = faultOf(error);
    const bool lost = lease.isLost() || fault == DatabaseFault::connectionLost;
    const bool moved = fault == DatabaseFault::readOnly && kind == Kind::write;
    lease.abandon(lost || moved);  // the next connection looks for the primary
    if (lost || moved) {
      // Stored or not, once COMMIT was sent: to do it again could do it twice.
      return TransactionFailure{committing ? DatabaseFault::lasting : DatabaseFault::connectionLost,
                                loggableMessage(error)};
    }
    return failureOf(error);
  } catch (...) {
    lease.abandon(false);
    throw;
  }
  demandFiles();
  return std::nullopt;
}

std::optional<TransactionFailure> Storage::Private::tryInTurn(Deadline deadline, const Work& work) {
  WriterTurn turn(work, deadline);
  if (writers.enter(turn)) {
    WriterQueue::Turns turns = {&turn};
    const auto all = [&](Transaction& transaction) {
      // Only now, when nothing more has to be waited for.
      writers.addOthers(turns);
      doTogether(transaction, turns);
    };
    try {
      if (const auto failure = tryOnce(Kind::write, deadline, all)) {
        fail(turns, *failure);
      }
    } catch (...) {
      for (WriterTurn* each : turns) {
        each->thrown = std::current_exception();
      }
    }
    writers.leave(turns);
  }
  if (turn.thrown) {
    std::rethrow_exception(turn.thrown);
  }
  return turn.failure;
}

Storage::Storage(const std::string& connection, std::size_t sessions,
                 std::shared_ptr<Metrics> metrics, OldSchema old, const Upgrading& upgrading) {
  try {
    if (old != OldSchema::update) {
      demandDatabase(connection);  // before a file of this name is made
    }
    d = std::make_unique<Private>(connection, sessions);
    d->metrics = std::move(metrics);
    if (old == OldSchema::update) {
      const auto former = read(deadlineIn(kStartTime), olderVersion);
      if (former && upgrading) {
        upgrading(*former, schemaVersion());
      }
      write(former ? deadlineIn(kMigrationTime) : deadlineIn(kStartTime), migrate);
    } else {
      read(deadlineIn(kStartTime), [old](Transaction& transaction) {
        demandSchema(transaction, old == OldSchema::leaveIt);
      });
    }
    SessionLease lease(d->sessions, deadlineIn(kStartTime));
    d->files = filesOf(lease.session());
  } catch (const soci::soci_error& error) {
    throw StorageError(loggableMessage(error));
  }
}

Storage::~Storage() = default;

std::vector<std::filesystem::path> Storage::files() const {
  std::vector<std::filesystem::path> paths;
  for (const FileIdentity& file : d->files) {
    paths.emplace_back(file.path);
  }
  return paths;
}

void Storage::run(Kind kind, Deadline deadline, const std::function<void(Transaction&)>& work) {
  const auto begun = std::chrono::steady_clock::now();
  try {
    for (int attempt = 1;; ++attempt) {
      const auto failure = kind == Kind::write && d->sessions.sqlite
                               ? d->tryInTurn(deadline, work)
                               : d->tryOnce(kind, deadline, work);
      if (!failure) {
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begun;
        d->metrics->observe(metric::kDatabaseTime, {kind == Kind::write ? "write" : "read"},
                            taken.count());
        return;
      }
      const bool passes = failure->fault == DatabaseFault::collision ||
                          failure->fault == DatabaseFault::connectionLost ||
                          (failure->fault == DatabaseFault::takenKey && attempt < kTriesForAKey);
      if (!passes || timeLeft(deadline).count() == 0) {
        throw StorageError(failure->message);
      }
      d->metrics->add(metric::kDatabaseRetries);
      pauseAfter(attempt, deadline);
    }
  } catch (const StorageError&) {
    d->failedSince = true;
    d->metrics->add(metric::kDatabaseFailures);
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
