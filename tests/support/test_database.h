#pragma once

#include <string>

#include "tests/support/temporary_folder.h"

namespace madoguchi::backend {
class Storage;
}

namespace madoguchi::test {

/// A database of a test's own: a file of SQLite, or a schema of the PostgreSQL server that
/// tests/support/private-postgresql runs the test with.
class TestDatabase {
 public:
  TestDatabase();

  [[nodiscard]] const std::string& connection() const { return m_connection; }
  /// For a test that does few things at once, so with few sessions: each is a process of the
  /// server, and takes longer to begin than most of these tests.
  [[nodiscard]] backend::Storage storage() const;
  /// Of SQLite only.
  [[nodiscard]] std::filesystem::path file() const { return m_folder.path() / "test.db"; }
  /// What is not for the product to do: SQL statements, each ending with ";\n".
  void execute(const std::string& statements) const;
  /// The first column of the first row.
  [[nodiscard]] std::string query(const std::string& sql) const;

 private:
  TemporaryFolder m_folder;
  std::string m_connection;
};

/// How libpq reaches the server; empty where the tests run on SQLite.
std::string postgresqlServer();

}  // namespace madoguchi::test
