#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "backend/core/deadline.h"
#include "backend/core/loggable_error.h"
#include "backend/core/metrics.h"
#include "backend/storage/transaction.h"

namespace madoguchi::backend {

/// The database did not do what was asked. Nothing of the transaction is stored, unless the
/// connection broke while it was being ended: then nobody knows.
class StorageError : public LoggableError {
 public:
  using LoggableError::LoggableError;
};

/// What becomes of a database whose schema is older than this program's.
enum class OldSchema : std::uint8_t {
  update,   ///< it is brought up to date, as is one that is empty
  refuse,   ///< std::runtime_error
  leaveIt,  ///< for what asks of it only what it has had long since
};

/// One database for any number of threads: SQLite for one machine, PostgreSQL for many, by the
/// connection string. The SQL of all rooms keeps to what both understand.
class Storage {
 public:
  // Writers of SQLite take turns anyway; so many readers and waiting writers keep the threads that
  // answer requests from queueing for a session.
  static constexpr std::size_t kSessions = 8;

  using Upgrading = std::function<void(int from, int to)>;

  /// `connection` as SOCI has it: "sqlite3://db=/path/file", "postgresql://dbname=name". Throws
  /// StorageError, or std::runtime_error where the database is newer than this program; and where
  /// nothing is brought up to date, where there is no database of the service. `upgrading` hears
  /// from which version to which, before it is begun, as that may take long.
  explicit Storage(const std::string& connection, std::size_t sessions = kSessions,
                   std::shared_ptr<Metrics> metrics = std::make_shared<Metrics>(),
                   OldSchema old = OldSchema::update, const Upgrading& upgrading = {});
  ~Storage();
  Storage(const Storage&) = delete;
  Storage& operator=(const Storage&) = delete;

  /// Calls `work(Transaction&)` in one transaction and returns what it returned; the rows are on
  /// the disk then. Whatever another transaction, which will not be there at the next try, had in
  /// the way is tried again from the start, until the deadline, so `work` must have no other
  /// effect, and what it leaves outside is emptied as the first it does. An exception of `work`
  /// undoes its writing and goes on to the caller. Throws StorageError.
  template <typename Work>
  std::invoke_result_t<Work&, Transaction&> write(Deadline deadline, Work work) {
    return resultOf(Kind::write, deadline, work);
  }
  /// The same over one state of the database. Nothing that `work` writes stays.
  template <typename Work>
  std::invoke_result_t<Work&, Transaction&> read(Deadline deadline, Work work) {
    return resultOf(Kind::read, deadline, work);
  }

  /// What a registration would meet now: nothing, or what keeps the database from storing it, for
  /// the log. Writes as much as a registration does, at most once a second whoever asks.
  std::optional<std::string> obstacle() noexcept;

  /// Of SQLite: the database, and what lies beside it; none of others.
  [[nodiscard]] std::vector<std::filesystem::path> files() const;

 private:
  enum class Kind : std::uint8_t { read, write };

  template <typename Work>
  std::invoke_result_t<Work&, Transaction&> resultOf(Kind kind, Deadline deadline, Work& work) {
    using Result = std::invoke_result_t<Work&, Transaction&>;
    if constexpr (std::is_void_v<Result>) {
      run(kind, deadline, [&work](Transaction& transaction) { work(transaction); });
    } else {
      std::optional<Result> result;
      run(kind, deadline, [&](Transaction& transaction) { result.emplace(work(transaction)); });
      return std::move(*result);
    }
  }
  void run(Kind kind, Deadline deadline, const std::function<void(Transaction&)>& work);

  class Private;
  std::unique_ptr<Private> d;
};

}  // namespace madoguchi::backend
