#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "backend/core/deadline.h"
#include "backend/storage/soci.h"

namespace madoguchi::backend {

/// Makes SQLite and PostgreSQL known to SOCI, once in a process.
void registerDatabases();

/// Throws std::runtime_error where there is no such file to open. Makes none.
void demandDatabase(const std::string& connection);

/// Open connections to one database.
struct Sessions {
  /// Throws soci::soci_error where it cannot be opened.
  Sessions(const std::string& connection, std::size_t count);

  soci::connection_pool pool;
  bool sqlite = false;
  /// By position: the connection broke. Only who holds the session looks at it.
  std::vector<char> lost;
};

/// One of the connections, for one thread and one transaction.
class SessionLease {
 public:
  /// Throws StorageError where none becomes free in time.
  SessionLease(Sessions& sessions, Deadline deadline);
  ~SessionLease();
  SessionLease(const SessionLease&) = delete;
  SessionLease& operator=(const SessionLease&) = delete;

  [[nodiscard]] soci::session& session();
  [[nodiscard]] bool isLost() const { return m_sessions.lost[m_position] != 0; }
  /// Connects again where the connection was lost. No statement will wait beyond the deadline.
  void begin(bool writes, Deadline deadline);
  /// After any error: as if nothing had begun.
  void abandon(bool connectionLost) noexcept;

 private:
  Sessions& m_sessions;
  std::size_t m_position = 0;
};

}  // namespace madoguchi::backend
