#include "backend/storage/session_lease.h"

// After soci.h, whose settings it shares.
#include <soci/sqlite3/soci-sqlite3.h>

#include <algorithm>
#include <mutex>
#include <stdexcept>

#include "backend/storage/kept_statements.h"
#include "backend/storage/storage.h"

namespace madoguchi::backend {
namespace {

// Where a deadline is far off: int has to hold it in milliseconds.
constexpr std::chrono::milliseconds kLongestWait = std::chrono::hours(1);

int millisecondsLeft(Deadline deadline) {
  return static_cast<int>(std::min(timeLeft(deadline), kLongestWait).count());
}

/// A server that says nothing is given up, unless the connection string says otherwise: libpq would
/// wait for as long as the system's TCP does, whatever the deadline is; one that has taken a
/// statement and lost its power owes an answer, which keep-alives alone find out. Of several hosts
/// it is the primary that is meant, and the server's operator sees whose connection it is.
std::string withDefaults(const std::string& connection) {
  constexpr std::string_view kPostgresql = "postgresql://";
  if (!connection.starts_with(kPostgresql)) {
    return connection;
  }
  return std::string(kPostgresql) +
         "fallback_application_name=madoguchi target_session_attrs=read-write connect_timeout=5"
         " tcp_user_timeout=10000 keepalives_idle=5 keepalives_interval=2 keepalives_count=3 " +
         connection.substr(kPostgresql.size());
}

/// What holds for all transactions of a session. A commit is on the disk when it returns, also
/// through a power failure.
void prepare(soci::session& session, bool sqlite) {
  if (sqlite) {
    session << "PRAGMA busy_timeout = 10000";  // several processes may start at once
    session << "PRAGMA journal_mode = WAL";    // readers never block
    session << "PRAGMA synchronous = FULL";
    session << "PRAGMA foreign_keys = ON";
  } else {
    session << "SELECT set_config('synchronous_commit', 'on', false)"
               " WHERE current_setting('synchronous_commit') = 'off'";
    // A table that is read from one end to the other, as small ones are, would be in the way of all
    // who write into it.
    session << "SET enable_seqscan = off";
    session << "SET client_min_messages = warning";  // the library prints them
  }
}

}  // namespace

void registerDatabases() {
  static std::once_flag known;
  std::call_once(known, [] {
    soci::register_factory_sqlite3();
    registerKeepingPostgresql();
  });
}

void demandDatabase(const std::string& connection) {
  // Of a server, it is there or cannot be opened; a file would be made.
  if (!connection.starts_with("sqlite3://") || connection.find('=') == std::string::npos) {
    return;
  }
  registerDatabases();
  try {
    const soci::session looking(connection + " readonly=true");
  } catch (const soci::soci_error&) {
    throw std::runtime_error(
        "the database is not there, or this user may not open it: is the path right? The service "
        "makes it when it starts");
  }
}

Sessions::Sessions(const std::string& connection, std::size_t count) : pool(count), lost(count, 0) {
  registerDatabases();
  for (std::size_t i = 0; i < count; ++i) {
    soci::session& session = pool.at(i);
    session.open(withDefaults(connection));
    sqlite = session.get_backend_name() == "sqlite3";
    prepare(session, sqlite);
  }
}

SessionLease::SessionLease(Sessions& sessions, Deadline deadline) : m_sessions(sessions) {
  if (!m_sessions.pool.try_lease(m_position, millisecondsLeft(deadline))) {
    throw StorageError("no session of the database became free in time");
  }
}

SessionLease::~SessionLease() { m_sessions.pool.give_back(m_position); }

soci::session& SessionLease::session() { return m_sessions.pool.at(m_position); }

void SessionLease::begin(bool writes, Deadline deadline) {
  soci::session& sql = session();
  if (isLost()) {
    sql.reconnect();
    prepare(sql, m_sessions.sqlite);
    m_sessions.lost[m_position] = 0;
  }
  const std::string wait = std::to_string(std::max(millisecondsLeft(deadline), 1));
  if (m_sessions.sqlite) {
    sql << "PRAGMA busy_timeout = " + wait;
    // The lock for writing is taken at once: a transaction that reads first and writes later would
    // be refused when another one wrote meanwhile.
    sql << (writes ? "BEGIN IMMEDIATE" : "BEGIN");
  } else {
    // In one message, so that the server is asked once.
    const std::string begin = writes ? "BEGIN ISOLATION LEVEL SERIALIZABLE"
                                     : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
    sql << begin + "; SET LOCAL statement_timeout = " + wait;
  }
}

void SessionLease::abandon(bool connectionLost) noexcept {
  try {
    session() << "ROLLBACK";
  } catch (const std::exception&) {
    // SQLite has undone it by itself, or the connection has gone, and the transaction with it.
    connectionLost = connectionLost || !m_sessions.sqlite;
  }
  if (connectionLost) {
    m_sessions.lost[m_position] = 1;
  }
}

}  // namespace madoguchi::backend
