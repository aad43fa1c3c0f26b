#include "backend/storage/database.h"

#include "backend/storage/migrations.h"
#include "backend/storage/soci.h"
// After soci.h, whose settings it shares.
#include <soci/sqlite3/soci-sqlite3.h>

namespace madoguchi::backend {
namespace {

// Writers take turns anyway; this many readers and waiting writers keep the threads of the listener
// from queueing for a session.
constexpr std::size_t kSessions = 8;

void prepareSqlite(soci::session& session) {
  // A commit is on the disk when it returns, also through a power failure; readers never block.
  session << "PRAGMA journal_mode = WAL";
  session << "PRAGMA synchronous = FULL";
  session << "PRAGMA foreign_keys = ON";
  session << "PRAGMA busy_timeout = 10000";  // milliseconds
}

}  // namespace

Database::Database(const std::string& connection) : m_pool(kSessions) {
  soci::register_factory_sqlite3();
  for (std::size_t i = 0; i < kSessions; ++i) {
    soci::session& session = m_pool.at(i);
    session.open(connection);
    if (session.get_backend_name() == "sqlite3") {
      prepareSqlite(session);
    }
  }
  soci::session session(m_pool);
  migrate(session);
}

bool Database::answers() noexcept {
  try {
    soci::session session(m_pool);
    int version = 0;
    session << "SELECT MAX(version) FROM schema_version", soci::into(version);
    return version == schemaVersion();
  } catch (const std::exception&) {
    return false;
  }
}

WriteTransaction::WriteTransaction(soci::session& session) : m_session(session) {
  m_session << (session.get_backend_name() == "sqlite3" ? "BEGIN IMMEDIATE" : "BEGIN");
}

WriteTransaction::~WriteTransaction() {
  if (m_open) {
    try {
      m_session << "ROLLBACK";
    } catch (const std::exception&) {
      // The connection has gone, and the transaction with it.
    }
  }
}

void WriteTransaction::commit() {
  m_session << "COMMIT";
  m_open = false;
}

}  // namespace madoguchi::backend
