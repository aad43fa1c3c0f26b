#pragma once

#include <string>

#include "backend/storage/soci.h"

namespace madoguchi::backend {

/// Sessions to one database, for any number of threads. SQLite is built in; another SOCI backend
/// ("postgresql://dbname=...") is loaded when its package is installed. The SQL of this folder
/// keeps to what both understand.
class Database {
 public:
  /// `connection` as SOCI has it: "sqlite3://db=/path/file". Throws std::runtime_error (soci_error
  /// included) where it cannot be opened or written.
  explicit Database(const std::string& connection);

  [[nodiscard]] soci::connection_pool& pool() { return m_pool; }
  /// Whether a query is answered.
  bool answers() noexcept;

 private:
  soci::connection_pool m_pool;
};

/// A transaction that may write. SQLite takes the lock for writing at once: a transaction that
/// reads first and writes later would be refused when another one wrote meanwhile.
class WriteTransaction {
 public:
  explicit WriteTransaction(soci::session& session);
  ~WriteTransaction();
  WriteTransaction(const WriteTransaction&) = delete;
  WriteTransaction& operator=(const WriteTransaction&) = delete;
  /// After this the rows are on the disk.
  void commit();

 private:
  soci::session& m_session;
  bool m_open = true;
};

}  // namespace madoguchi::backend
