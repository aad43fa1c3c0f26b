#pragma once

#include <string_view>

#include "backend/storage/soci.h"
#include "backend/storage/transaction.h"

namespace madoguchi::backend {

/// Makes PostgreSQL known to SOCI, with connections that keep statements prepared for as long as
/// they last: read and planned by the server once, and not for every request.
void registerKeepingPostgresql();

namespace kept {

/// That of the connection, made where it has none yet; nullptr over SQLite.
soci::statement* find(soci::session& session, std::string_view sql);
soci::statement prepare(soci::session& session, std::string_view sql);

/// Lets go of what a statement was given, also where it failed.
class Binding {
 public:
  explicit Binding(soci::statement& statement) : m_statement(statement) {}
  ~Binding() { m_statement.bind_clean_up(); }
  Binding(const Binding&) = delete;
  Binding& operator=(const Binding&) = delete;

 private:
  soci::statement& m_statement;
};

}  // namespace kept

struct Executed {
  bool found = false;     ///< a row for the into() there is
  long long changed = 0;  ///< rows
};

/// Executes a statement of those that many requests need, with soci::use() and soci::into() in the
/// order of the SQL, and keeps it for the next time. Its text is the same each time: what differs
/// is bound. SQLite, for which that costs next to nothing, gets it anew: one that was not read to
/// its end would hold back its log. Throws soci::soci_error.
template <typename... Bound>
Executed execute(Transaction& transaction, std::string_view sql, const Bound&... bound) {
  const auto executeOne = [&](soci::statement& statement) {
    const kept::Binding binding(statement);
    (statement.exchange(bound), ...);
    statement.define_and_bind();
    const bool found = statement.execute(true);
    return Executed{found, statement.get_affected_rows()};
  };
  if (soci::statement* statement = kept::find(transaction.session(), sql)) {
    return executeOne(*statement);
  }
  soci::statement statement = kept::prepare(transaction.session(), sql);
  return executeOne(statement);
}

}  // namespace madoguchi::backend
