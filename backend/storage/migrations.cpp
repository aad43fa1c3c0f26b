#include "backend/storage/migrations.h"

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "backend/storage/columns.h"
#include "backend/storage/soci.h"

namespace madoguchi::backend {
namespace {

/// The steps of the schema, oldest first. A step that has been released is never changed: a change
/// is a further step. None alters schema_version, whose rows several that start at once wait for.
/// Times are seconds since 1970, UTC; digests and ids lower-case hexadecimal.
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
      {
          // Mails that belong to no account, and to any room: what a mail says stands in its row.
          "CREATE TABLE mails ("
          " id VARCHAR(32) PRIMARY KEY,"
          " kind VARCHAR(32) NOT NULL,"
          " recipient VARCHAR(254) NOT NULL,"  // empty once it was sent, as are the values
          " mailbox VARCHAR(64) NOT NULL,"     // see mailboxKey()
          " language VARCHAR(8) NOT NULL,"
          " template_values TEXT NOT NULL,"  // a JSON object of texts
          " limited INTEGER NOT NULL,"       // 1: see MailCause::anybody
          " created_at BIGINT NOT NULL,"
          " planned_at BIGINT NOT NULL,"  // later than created_at where the mailbox had too many
          " useless_after BIGINT,"
          " next_attempt_at BIGINT NOT NULL,"
          " attempts INTEGER NOT NULL,"
          " state VARCHAR(8) NOT NULL,"  // see MailState
          " failure TEXT)",              // of the last attempt; names nobody
          "INSERT INTO mails (id, kind, recipient, mailbox, language, template_values, limited,"
          " created_at, planned_at, next_attempt_at, attempts, state)"
          " SELECT o.id, o.template, CASE o.state WHEN 'sent' THEN '' ELSE a.email END, '',"
          " a.language, CASE o.state WHEN 'sent' THEN '{}' ELSE"
          " '{\"authenticationId\":\"' || a.authentication_id || '\"}' END, 0,"
          " o.created_at, o.created_at, o.next_attempt_at, o.attempts, o.state"
          " FROM outbox o JOIN accounts a ON a.id = o.account_id",
          "DROP TABLE outbox",
          "ALTER TABLE mails RENAME TO outbox",
          "CREATE INDEX outbox_due ON outbox (state, next_attempt_at)",
          "CREATE INDEX outbox_mailboxes ON outbox (mailbox, planned_at)",
          // Whose owner wants no more of what anybody can cause.
          "CREATE TABLE mail_stops ("
          " mailbox VARCHAR(64) PRIMARY KEY,"
          " stopped_at BIGINT NOT NULL)",
          // Where it is tried out whether the database takes writes.
          "CREATE TABLE probe (filler TEXT NOT NULL)",
          "INSERT INTO probe (filler) VALUES ('')",
      },
      {
          "ALTER TABLE accounts ADD COLUMN password_set_at BIGINT",  // NULL: never yet
                                                                     // 1: the answer was given to a
                                                                     // correction of an account
                                                                     // that was there.
          "ALTER TABLE idempotency ADD COLUMN corrected INTEGER NOT NULL DEFAULT 0",
      },
      {
          // As PasswordHasher writes it.
          "ALTER TABLE accounts ADD COLUMN password_hash VARCHAR(128)",
          // Who asked, as a digest of the attempt: who asks again gets the same answer.
          "ALTER TABLE accounts ADD COLUMN password_set_by VARCHAR(64)",
          // How many mails have said that it ends soon.
          "ALTER TABLE accounts ADD COLUMN password_reminders INTEGER NOT NULL DEFAULT 0",
          // What a mail lets its reader do once. An account has one good link at a time.
          "CREATE TABLE links ("
          " hash VARCHAR(64) PRIMARY KEY,"  // see tokenDigest()
          " account_id VARCHAR(32) NOT NULL REFERENCES accounts (id),"
          " purpose VARCHAR(16) NOT NULL,"
          " created_at BIGINT NOT NULL,"
          " expires_at BIGINT NOT NULL,"
          // Both kept, so that who comes second is told, and who asks again gets the same answer.
          " used_at BIGINT,"
          " used_by VARCHAR(64))",  // digest of the attempt
          "CREATE INDEX links_account ON links (account_id)",
          // What a mail tells of, by which it is withdrawn when that changes before it has left.
          "ALTER TABLE outbox ADD COLUMN about VARCHAR(64)",
          "CREATE INDEX outbox_about ON outbox (about)",
          // A mail of a registration carries a link now; those that told the ID go on telling it.
          "UPDATE outbox SET kind = 'authenticationId' WHERE kind = 'registration'",
      },
      {
          // active, suspended, deleted, expired or invalid: the Agency's decision.
          "ALTER TABLE accounts ADD COLUMN status VARCHAR(16) NOT NULL DEFAULT 'active'",
          "ALTER TABLE accounts ADD COLUMN last_login_at BIGINT",
          "CREATE TABLE sessions ("
          " hash VARCHAR(64) PRIMARY KEY,"  // see tokenDigest()
          " account_id VARCHAR(32) NOT NULL REFERENCES accounts (id),"
          " created_at BIGINT NOT NULL,"
          " last_used_at BIGINT NOT NULL,"
          " replaced INTEGER NOT NULL)",  // 1: by a later login
          "CREATE INDEX sessions_account ON sessions (account_id)",
          "CREATE INDEX sessions_used ON sessions (last_used_at)",
          "CREATE TABLE login_tries ("
          " id_hash VARCHAR(64) PRIMARY KEY,"  // SHA-256 of what was typed, an ID or not
          " failures INTEGER NOT NULL,"
          " forget_at BIGINT NOT NULL)",
          "CREATE INDEX login_tries_forget ON login_tries (forget_at)",
          // Who, what, when and from where; outlives the account.
          "CREATE TABLE security_events ("
          " account_id VARCHAR(32) NOT NULL,"  // empty where there is none of the ID
          " happened_at BIGINT NOT NULL,"
          " event VARCHAR(32) NOT NULL,"
          " subscriber VARCHAR(45) NOT NULL)",  // see subscriberOf()
          "CREATE INDEX security_events_account ON security_events (account_id, happened_at)",
          "CREATE INDEX security_events_time ON security_events (happened_at)",
      },
      {
          // Of the card with which the owner logs in; NULL without one, and for those who
          // registered before this was kept: their signing certificate says who they are.
          "ALTER TABLE accounts ADD COLUMN authentication_serial VARCHAR(64)",
          "ALTER TABLE accounts ADD COLUMN authentication_issuer_key VARCHAR(64)",
      },
      {
          // What owners have changed: who, which fields, when and from where, but no values; and
          // the answer that whoever asks again gets. Outlives the account.
          "CREATE TABLE information_changes ("
          " account_id VARCHAR(32) NOT NULL,"
          " attempt VARCHAR(64) NOT NULL,"         // digest of what names it: see tokenDigest()
          " request_digest VARCHAR(64) NOT NULL,"  // with that name, so that nobody can guess at it
          " changed VARCHAR(255) NOT NULL,"        // names of fields, a blank between
          " confirm_until BIGINT,"                 // where a new address waits from then on
          " happened_at BIGINT NOT NULL,"
          " subscriber VARCHAR(45) NOT NULL,"  // see subscriberOf()
          " PRIMARY KEY (account_id, attempt))",
          // New addresses that are not yet confirmed. An account has one that waits.
          "CREATE TABLE email_changes ("
          " hash VARCHAR(64) PRIMARY KEY,"  // see tokenDigest()
          " account_id VARCHAR(32) NOT NULL REFERENCES accounts (id),"
          " email VARCHAR(254) NOT NULL,"  // empty once it waits no longer
          " created_at BIGINT NOT NULL,"
          " expires_at BIGINT NOT NULL,"
          " used_at BIGINT,"
          " used_by VARCHAR(64))",  // digest of the attempt
          "CREATE INDEX email_changes_account ON email_changes (account_id)",
          "CREATE INDEX email_changes_expire ON email_changes (expires_at)",
      },
      {
          // A nonce has no row until it is used; see Nonces.
          "DROP TABLE nonces",
          "CREATE TABLE used_nonces ("
          " hash VARCHAR(64) PRIMARY KEY,"  // see tokenDigest()
          " expires_at BIGINT NOT NULL)",
          "CREATE INDEX used_nonces_expire ON used_nonces (expires_at)",
          // Of the days on which nonces end, since 1970.
          "CREATE TABLE nonce_keys ("
          " day BIGINT PRIMARY KEY,"
          " secret VARCHAR(64) NOT NULL)",  // base64url
                                            // So that what is done regularly, and the end of an
                                            // account, look at few rows.
          "CREATE INDEX idempotency_account ON idempotency (account_id)",
          "CREATE INDEX accounts_unfinished ON accounts (created_at) WHERE password_set_at IS NULL",
          "CREATE INDEX accounts_reminded ON accounts (password_set_at) WHERE password_reminders < "
          "2",
      },
      {
          // By which an operator finds accounts, whatever case their owners typed.
          "CREATE INDEX accounts_email ON accounts (lower(email))",
          // NULL: never but by the registration. Deleted accounts are forgotten some time after it.
          "ALTER TABLE accounts ADD COLUMN status_changed_at BIGINT",
          "CREATE INDEX accounts_status_changed ON accounts (status_changed_at)",
          // What operators did: who, what, when and to which account; nothing of what they saw.
          "CREATE TABLE operator_log ("
          " id VARCHAR(32) PRIMARY KEY,"
          " happened_at BIGINT NOT NULL,"
          " operator VARCHAR(64) NOT NULL,"
          " action VARCHAR(32) NOT NULL,"
          " account_id VARCHAR(32) NOT NULL,"  // empty where it is about none; outlives the account
          " ticket VARCHAR(32) NOT NULL,"      // of whoever asked for it; may be empty
          " outcome VARCHAR(16) NOT NULL)",    // done or refused
          "CREATE INDEX operator_log_time ON operator_log (happened_at)",
          // What the service does by itself, once for all its processes.
          "CREATE TABLE jobs ("
          " name VARCHAR(64) PRIMARY KEY,"
          " due_at BIGINT NOT NULL)",
          "CREATE INDEX information_changes_time ON information_changes (happened_at)",
          "CREATE INDEX links_expire ON links (expires_at)",
          // Numbers the mails of a mailbox that anybody can cause; NULL for the others. Two that
          // count them at once would take the same number.
          "ALTER TABLE outbox ADD COLUMN turn INTEGER",
          "CREATE UNIQUE INDEX outbox_turns ON outbox (mailbox, turn) WHERE turn IS NOT NULL",
          // Of a mail that was sent, by which it is known whose address it came back from.
          "ALTER TABLE outbox ADD COLUMN recipient_digest VARCHAR(64)",
      },
      {
          // Applications that are being filled in. What was typed rests encrypted: see DataKeys.
          "CREATE TABLE drafts ("
          " id VARCHAR(32) PRIMARY KEY,"
          " account_id VARCHAR(32) NOT NULL REFERENCES accounts (id),"
          " attempt VARCHAR(64) NOT NULL,"  // digest of what names the request that made it
          " revision INTEGER NOT NULL,"
          " key_id VARCHAR(32) NOT NULL,"
          " content TEXT NOT NULL,"  // sealed, base64
          " saved_at BIGINT NOT NULL,"
          " expires_at BIGINT NOT NULL,"
          " warned INTEGER NOT NULL,"  // 1: a mail has said that it ends soon
          " UNIQUE (account_id, attempt))",
          "CREATE INDEX drafts_expire ON drafts (expires_at)",
          "CREATE INDEX drafts_unwarned ON drafts (expires_at) WHERE warned = 0",
          // Files of a draft, or of the application that it has become. Their bytes are elsewhere.
          "CREATE TABLE attachments ("
          " id VARCHAR(32) PRIMARY KEY,"
          " account_id VARCHAR(32) NOT NULL,"
          " owner_id VARCHAR(32) NOT NULL,"
          " kind VARCHAR(16) NOT NULL,"
          " digest VARCHAR(64) NOT NULL,"  // SHA-256 of the bytes
          " bytes BIGINT NOT NULL,"
          " received BIGINT NOT NULL,"
          " stored BIGINT NOT NULL,"  // bytes at rest
          " whole INTEGER NOT NULL,"  // 1: it is there, and was looked at
          " key_id VARCHAR(32) NOT NULL,"
          " name TEXT NOT NULL,"  // sealed, base64
          " created_at BIGINT NOT NULL,"
          " UNIQUE (owner_id, kind, digest))",
          "CREATE INDEX attachments_account ON attachments (account_id)",
          // What was filed; outlives the account.
          "CREATE TABLE applications ("
          " id VARCHAR(32) PRIMARY KEY,"
          " account_id VARCHAR(32) NOT NULL,"
          " attempt VARCHAR(64) NOT NULL,"   // digest of what names the request that filed it
          " draft_id VARCHAR(32) NOT NULL,"  // that it was
          " procedure_id VARCHAR(32) NOT NULL,"
          " state VARCHAR(16) NOT NULL,"
          " provisional_number VARCHAR(32) NOT NULL UNIQUE,"
          " number VARCHAR(32) UNIQUE,"    // from the next day on
          " receipt VARCHAR(8) NOT NULL,"  // post or counter
          " wanted_until BIGINT,"          // the first second that is too late for them
          " key_id VARCHAR(32) NOT NULL,"
          " content TEXT NOT NULL,"  // sealed, base64
          " filed_at BIGINT NOT NULL,"
          " changed_at BIGINT NOT NULL,"
          " UNIQUE (account_id, attempt))",
          "CREATE INDEX applications_changed ON applications (changed_at, id)",
          "CREATE INDEX applications_state ON applications (state, changed_at)",
          "CREATE INDEX applications_unnumbered ON applications (filed_at)"
          " WHERE state = 'filed' AND number IS NULL",
          // What an application came through, oldest first.
          "CREATE TABLE application_steps ("
          " application_id VARCHAR(32) NOT NULL REFERENCES applications (id),"
          " step INTEGER NOT NULL,"
          " state VARCHAR(16) NOT NULL,"
          " happened_at BIGINT NOT NULL,"
          " PRIMARY KEY (application_id, step))",
          // The last of the numbers that a day has given out.
          "CREATE TABLE application_numbers ("
          " day BIGINT PRIMARY KEY,"  // since 1970, in Japan
          " last BIGINT NOT NULL)",
      },
      {
          // The name by itself, so that a list opens no more; NULL where it was filed before there
          // was this column.
          "ALTER TABLE applications ADD COLUMN applicant_key_id VARCHAR(32)",
          "ALTER TABLE applications ADD COLUMN applicant TEXT",  // sealed, base64
          "CREATE INDEX applications_account ON applications (account_id, filed_at, id)",
          // Where the bytes of a file rest, piece by piece; those from before rest under its id.
          "CREATE TABLE attachment_pieces ("
          " attachment_id VARCHAR(32) NOT NULL,"
          " begins BIGINT NOT NULL,"  // behind so many bytes of the file
          " name VARCHAR(32) NOT NULL UNIQUE,"
          " stored BIGINT NOT NULL,"  // bytes at rest
          " PRIMARY KEY (attachment_id, begins))",
          "INSERT INTO attachment_pieces (attachment_id, begins, name, stored)"
          " SELECT id, 0, id, stored FROM attachments WHERE stored > 0",
          "ALTER TABLE attachments DROP COLUMN stored",
          // What its owner says is wrong in what was filed, oldest first.
          "CREATE TABLE error_reports ("
          " application_id VARCHAR(32) NOT NULL REFERENCES applications (id),"
          " report INTEGER NOT NULL,"
          " attempt VARCHAR(64) NOT NULL,"  // digest of what names the request
          " key_id VARCHAR(32) NOT NULL,"
          " content TEXT NOT NULL,"  // sealed, base64
          " reported_at BIGINT NOT NULL,"
          " PRIMARY KEY (application_id, report))",
      },
      {
          // When something of a file came last.
          "ALTER TABLE attachments ADD COLUMN touched_at BIGINT NOT NULL DEFAULT 0",
          "UPDATE attachments SET touched_at = created_at",
          // Which key has sealed a piece; NULL where it was put there before this was noted.
          "ALTER TABLE attachment_pieces ADD COLUMN key_id VARCHAR(32)",
      },
      {
          // When the database was made; without a row where that was before this was noted.
          "CREATE TABLE database_age (made_at BIGINT NOT NULL)",
      },
      {
          // When the user-authentication certificate ends; NULL without a card, and where it was
          // bound before this was kept and has not come since.
          "ALTER TABLE accounts ADD COLUMN authentication_ends_at BIGINT",
      },
      {
          // Without those who log in with the card alone, who are no longer looked at. First, as
          // it locks the table: a login could else come in between, and each wait for the other.
          "DROP INDEX accounts_unfinished",
          "CREATE INDEX accounts_unfinished ON accounts (created_at)"
          " WHERE password_set_at IS NULL AND last_login_at IS NULL",
          // By which a registration finds the card, whatever it signs with by now.
          "CREATE INDEX accounts_authentication ON accounts (authentication_serial)",
          // Which application an operator did something with, and what was decided.
          "ALTER TABLE operator_log ADD COLUMN subject VARCHAR(40) NOT NULL DEFAULT ''",
          // What people did: mails that come back may be many more.
          "CREATE INDEX operator_log_people ON operator_log (happened_at)"
          " WHERE action <> 'bounce'",
      },
  };
  // NOLINTEND(bugprone-suspicious-missing-comma)
  return all;
}

}  // namespace

int schemaVersion() { return static_cast<int>(steps().size()); }

int readSchemaVersion(Transaction& transaction) {
  int version = 0;
  soci::indicator indicator = soci::i_ok;
  transaction.session() << "SELECT MAX(version) FROM schema_version",
      soci::into(version, indicator);
  return indicator == soci::i_ok ? version : 0;
}

namespace {

void demandNoNewer(int found) {
  if (found > schemaVersion()) {
    throw std::runtime_error("the database has schema version " + std::to_string(found) +
                             ", this program knows " + std::to_string(schemaVersion()));
  }
}

bool hasSchema(soci::session& sql) {
  int tables = 0;
  sql << (sql.get_backend_name() == "sqlite3"
              ? "SELECT COUNT(*) FROM sqlite_master WHERE name = 'schema_version'"
              : "SELECT COUNT(*) FROM pg_class WHERE oid = to_regclass('schema_version')"),
      soci::into(tables);
  return tables > 0;
}

}  // namespace

std::optional<int> olderVersion(Transaction& transaction) {
  const int found = hasSchema(transaction.session()) ? readSchemaVersion(transaction) : 0;
  return found > 0 && found < schemaVersion() ? std::optional(found) : std::nullopt;
}

void demandSchema(Transaction& transaction, bool mayBeOlder) {
  const int found = hasSchema(transaction.session()) ? readSchemaVersion(transaction) : 0;
  if (found == 0) {
    throw std::runtime_error(
        "the database is empty: is it the right one? The service makes what it needs when it "
        "starts");
  }
  demandNoNewer(found);
  if (found < schemaVersion() && !mayBeOlder) {
    throw std::runtime_error("the database has schema version " + std::to_string(found) +
                             ", this program works with " + std::to_string(schemaVersion()) +
                             ": a service of this version brings it up to date when it starts");
  }
}

void migrateTo(int last, Transaction& transaction) {
  // Several processes may start at once: whoever comes second finds the work done.
  soci::session& sql = transaction.session();
  sql << "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)";
  sql << "UPDATE schema_version SET version = version";  // which one of them may do at a time
  const int found = readSchemaVersion(transaction);
  demandNoNewer(found);
  for (int version = found + 1; version <= last; ++version) {
    for (const std::string_view statement : steps().at(static_cast<std::size_t>(version - 1))) {
      sql << std::string(statement);
    }
    sql << "INSERT INTO schema_version (version) VALUES (:version)", soci::use(version);
  }
  if (found == 0 && last == schemaVersion()) {
    const long long at = toColumn(now());
    sql << "INSERT INTO database_age (made_at) VALUES (:at)", soci::use(at);
  }
}

void migrate(Transaction& transaction) {
  migrateTo(schemaVersion(), transaction);
  // Written even when nothing is to be done, so that a read-only database is found out at the
  // start.
  transaction.session() << "DELETE FROM used_nonces WHERE expires_at < 0";
}

std::optional<Seconds> databaseMadeAt(Transaction& transaction) {
  long long at = 0;
  soci::indicator indicator = soci::i_ok;
  transaction.session() << "SELECT MAX(made_at) FROM database_age", soci::into(at, indicator);
  return indicator == soci::i_ok ? std::optional(fromColumn(at)) : std::nullopt;
}

}  // namespace madoguchi::backend
