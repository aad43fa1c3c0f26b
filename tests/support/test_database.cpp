#include "tests/support/test_database.h"

#include <cstdlib>

#include "backend/core/encoding.h"
#include "backend/storage/session_lease.h"
#include "backend/storage/storage.h"

namespace madoguchi::test {
std::string postgresqlServer() {
  const char* server = std::getenv("MADOGUCHI_TEST_POSTGRESQL");
  return server == nullptr ? "" : server;
}

TestDatabase::TestDatabase() {
  backend::registerDatabases();
  if (postgresqlServer().empty()) {
    m_connection = "sqlite3://db=" + file().string();
    return;
  }
  const std::string schema = "test_" + backend::randomHex(8);
  soci::session session("postgresql://" + postgresqlServer());
  session << "CREATE SCHEMA " + schema;
  m_connection = "postgresql://" + postgresqlServer() + " options='-c search_path=" + schema + "'";
}

backend::Storage TestDatabase::storage() const { return backend::Storage(m_connection, 3); }

void TestDatabase::execute(const std::string& statements) const {
  soci::session session(m_connection);
  std::size_t from = 0;
  for (std::size_t end = statements.find(";\n"); end != std::string::npos;
       end = statements.find(";\n", from)) {
    session << statements.substr(from, end - from);
    from = end + 2;
  }
}

std::string TestDatabase::query(const std::string& sql) const {
  soci::session session(m_connection);
  soci::row row;
  session << sql, soci::into(row);
  if (!session.got_data() || row.get_indicator(0) == soci::i_null) {
    return "";
  }
  switch (row.get_properties(0).get_data_type()) {
    case soci::dt_integer:
      return std::to_string(row.get<int>(0));
    case soci::dt_long_long:
      return std::to_string(row.get<long long>(0));
    default:
      return row.get<std::string>(0);
  }
}

}  // namespace madoguchi::test
