#include "backend/storage/migrations.h"

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "backend/storage/database.h"
#include "backend/storage/soci.h"

namespace madoguchi::backend {
namespace {

/// The steps of the schema, oldest first. A step that has been released is never changed: a change
/// is a further step. Times are seconds since 1970, UTC; digests and ids lower-case hexadecimal.
const std::vector<std::vector<std::string_view>>& steps() {
  // NOLINTBEGIN(bugprone-suspicious-missing-comma): a statement has a line for each column
  static const std::vector<std::vector<std::string_view>> all = {
      {
          "CREATE TABLE nonces ("
          " hash VARCHAR(64) PRIMARY KEY,"  // SHA-256: who reads the table cannot use a nonce
          " expires_at BIGINT NOT NULL)",
          "CREATE INDEX nonces_expire ON nonces (expires_at)",
          "CREATE TABLE accounts ("
          " id VARCHAR(32) PRIMARY KEY,"
          " authentication_id VARCHAR(20) NOT NULL UNIQUE,"
          " entrance VARCHAR(32) NOT NULL,"
          " user_class VARCHAR(32) NOT NULL,"
          " language VARCHAR(8) NOT NULL,"
          " form TEXT NOT NULL,"  // canonical JSON
          " email VARCHAR(254) NOT NULL,"
          " terms_version VARCHAR(64) NOT NULL,"
          " certificate_fingerprint VARCHAR(64),"  // NULL for entrances without a card
          " certificate_serial VARCHAR(64),"
          " certificate_issuer TEXT,"
          " issuer_key VARCHAR(64),"
          " created_at BIGINT NOT NULL,"
          " UNIQUE (issuer_key, certificate_serial))",
          "CREATE TABLE idempotency ("
          " idempotency_key VARCHAR(36) PRIMARY KEY,"
          " request_digest VARCHAR(64) NOT NULL,"
          " account_id VARCHAR(32) NOT NULL REFERENCES accounts (id))",
          "CREATE TABLE outbox ("
          " id VARCHAR(32) PRIMARY KEY,"
          " account_id VARCHAR(32) NOT NULL REFERENCES accounts (id),"
          " template VARCHAR(32) NOT NULL,"
          " message_id VARCHAR(255) NOT NULL UNIQUE,"
          " created_at BIGINT NOT NULL,"
          " attempts INTEGER NOT NULL,"
          " next_attempt_at BIGINT NOT NULL,"
          " state VARCHAR(8) NOT NULL)",  // waiting, sent, failed
          "CREATE INDEX outbox_due ON outbox (state, next_attempt_at)",
      },
  };
  // NOLINTEND(bugprone-suspicious-missing-comma)
  return all;
}

int readVersion(soci::session& session) {
  session << "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)";
  int version = 0;
  soci::indicator indicator = soci::i_ok;
  session << "SELECT MAX(version) FROM schema_version", soci::into(version, indicator);
  return indicator == soci::i_ok ? version : 0;
}

}  // namespace

int schemaVersion() { return static_cast<int>(steps().size()); }

void migrate(soci::session& session) {
  // Several processes may start at once: whoever comes second finds the work done.
  WriteTransaction transaction(session);
  const int found = readVersion(session);
  if (found > schemaVersion()) {
    throw std::runtime_error("the database has schema version " + std::to_string(found) +
                             ", this program knows " + std::to_string(schemaVersion()));
  }
  for (int version = found + 1; version <= schemaVersion(); ++version) {
    for (const std::string_view statement : steps().at(static_cast<std::size_t>(version - 1))) {
      session << std::string(statement);
    }
    session << "INSERT INTO schema_version (version) VALUES (:version)", soci::use(version);
  }
  // Written even when nothing is to be done, so that a read-only database is found out at the
  // start.
  session << "DELETE FROM nonces WHERE expires_at < 0";
  transaction.commit();
}

}  // namespace madoguchi::backend
