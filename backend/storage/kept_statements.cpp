#include "backend/storage/kept_statements.h"

// After soci.h, whose settings they share.
#include <soci/postgresql/soci-postgresql.h>

#include <map>
#include <memory>
#include <string>

namespace madoguchi::backend {
namespace {

/// A connection and its statements, which go with it.
struct KeepingConnection final : soci::postgresql_session_backend {
  explicit KeepingConnection(const soci::connection_parameters& parameters)
      : postgresql_session_backend(parameters, false) {}

  std::map<std::string, std::unique_ptr<soci::statement>, std::less<>> statements;
};

struct KeepingPostgresql final : soci::postgresql_backend_factory {
  soci::postgresql_session_backend* make_session(
      const soci::connection_parameters& parameters) const override {
    return std::make_unique<KeepingConnection>(parameters).release();
  }
};

}  // namespace

void registerKeepingPostgresql() {
  static const KeepingPostgresql factory;  // it is not copied
  soci::dynamic_backends::register_backend("postgresql", factory);
}

soci::statement* kept::find(soci::session& session, std::string_view sql) {
  auto* connection = dynamic_cast<KeepingConnection*>(session.get_backend());
  if (connection == nullptr) {
    return nullptr;
  }
  const auto known = connection->statements.find(sql);
  if (known != connection->statements.end()) {
    return known->second.get();
  }
  auto statement = std::make_unique<soci::statement>(prepare(session, sql));
  return connection->statements.emplace(sql, std::move(statement)).first->second.get();
}

soci::statement kept::prepare(soci::session& session, std::string_view sql) {
  soci::statement statement(session);
  statement.alloc();
  statement.prepare(std::string(sql));
  return statement;
}

}  // namespace madoguchi::backend
