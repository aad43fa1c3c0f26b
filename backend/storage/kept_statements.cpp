#include "backend/storage/kept_statements.h"

// After soci.h, whose settings they share.
#include <soci/postgresql/soci-postgresql.h>

#include <map>
#include <memory>
#include <string>

namespace madoguchi::backend {
namespace {

/// What is bound reaches the database whole or not at all: libpq takes texts of C, and what stands
/// behind a U+0000 would be cut off, so that a text that was looked at as one would be stored, or
/// looked up, as another. (SQLite takes texts with their length.)
struct WholeText final : soci::postgresql_standard_use_type_backend {
  using soci::postgresql_standard_use_type_backend::postgresql_standard_use_type_backend;

  void pre_use(const soci::indicator* indicator) override {
    if (type_ == soci::details::x_stdstring &&
        static_cast<const std::string*>(data_)->find('\0') != std::string::npos) {
      throw soci::soci_error("a text for the database has a U+0000 inside");
    }
    postgresql_standard_use_type_backend::pre_use(indicator);
  }
};

struct CarefulStatement final : soci::postgresql_statement_backend {
  using soci::postgresql_statement_backend::postgresql_statement_backend;

  soci::postgresql_standard_use_type_backend* make_use_type_backend() override {
    // The library's own, as it notes that something is bound.
    const std::unique_ptr<soci::postgresql_standard_use_type_backend> theirs(
        postgresql_statement_backend::make_use_type_backend());
    return std::make_unique<WholeText>(*this).release();
  }
};

/// A connection and its statements, which go with it.
struct KeepingConnection final : soci::postgresql_session_backend {
  explicit KeepingConnection(const soci::connection_parameters& parameters)
      : postgresql_session_backend(parameters, false) {}

  soci::postgresql_statement_backend* make_statement_backend() override {
    return std::make_unique<CarefulStatement>(*this, single_row_mode_).release();
  }

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
