#include "load_people.h"

#include <algorithm>
#include <chrono>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "backend/core/encoding.h"

namespace madoguchi::test {
namespace {

// In one transaction: more would only make the write-ahead log long.
constexpr int kAtOnce = 100'000;

/// So long ago the first of them registered: nothing of them is forgotten by itself while the load
/// is measured, and ten a second make ten million until now.
constexpr std::chrono::days kBegunBefore{20};

/// With a random id where it says RANDOM, `i` from FIRST to LAST, and the
/// time at which they began where it says BEGUN.
std::string statement(std::string text, const std::string& random, int first, int last) {
  const auto put = [&text](std::string_view what, const std::string& with) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at)) {
      text.replace(at, what.size(), with);
    }
  };
  put("RANDOM", random);
  put("FIRST", std::to_string(first));
  put("LAST", std::to_string(last));
  put("BEGUN", std::to_string((backend::now() - kBegunBefore).time_since_epoch().count()));
  return text;
}

constexpr std::string_view kAccounts =
    "WITH RECURSIVE numbers (i) AS (NUMBERS)"
    " INSERT INTO accounts (id, authentication_id, entrance, user_class, language, form, email,"
    " terms_version, certificate_fingerprint, certificate_serial, certificate_issuer, issuer_key,"
    " created_at, password_set_at, password_hash, password_reminders)"
    " SELECT RANDOM, SUBSTR(RANDOM, 1, 10) || i, 'cardHolder', 'foreignNational', 'ja',"
    " '{\"answers\":{\"addressRest\":\"霞が関１－１－１\",\"dateOfBirth\":\"1990-01-31\","
    "\"email\":\"person@mail.example\",\"municipalityCode\":\"131016\",\"name\":\"HOUMU TARO\","
    "\"phone\":\"0312345678\",\"residenceCardNumber\":\"AB12345678CD\",\"sex\":\"male\","
    "\"userClass\":\"foreignNational\"},\"id\":\"registration\",\"version\":1}',"
    " 'person' || i || '@mail.example', '2022-10-31', RANDOM || RANDOM, RANDOM,"
    " 'CN=A made-up authority,O=Nobody,C=JP', 'made-up', BEGUN + i / 10, BEGUN + i / 10,"
    " '$argon2id$v=19$m=65536,t=3,p=1$' || RANDOM || RANDOM, 0 FROM numbers";

constexpr std::string_view kAnswers =
    "INSERT INTO idempotency (idempotency_key, request_digest, account_id)"
    " SELECT SUBSTR(id, 1, 8) || '-' || SUBSTR(id, 9, 27), RANDOM || RANDOM, id FROM accounts"
    " WHERE issuer_key = 'made-up'";

constexpr std::string_view kLinks =
    "INSERT INTO links (hash, account_id, purpose, created_at, expires_at, used_at, used_by)"
    " SELECT RANDOM || RANDOM, id, 'first', created_at, created_at + 86400, created_at + 60, RANDOM"
    " FROM accounts WHERE issuer_key = 'made-up'";

constexpr std::string_view kMails =
    "INSERT INTO outbox (id, kind, recipient, mailbox, language, template_values, limited,"
    " created_at, planned_at, next_attempt_at, attempts, state, about)"
    " SELECT RANDOM, kind, '', RANDOM || RANDOM, 'ja', '{}', 0, created_at, created_at,"
    " created_at, 1, 'sent', CASE WHEN kind = 'registration' THEN 'password ' || id END"
    " FROM accounts CROSS JOIN (SELECT 'registration' AS kind UNION ALL SELECT 'authenticationId')"
    " AS kinds WHERE issuer_key = 'made-up'";

constexpr std::string_view kEvents =
    "INSERT INTO security_events (account_id, happened_at, event, subscriber)"
    " SELECT id, created_at, event, '192.0.2.1' FROM accounts CROSS JOIN"
    " (SELECT 'passwordSet' AS event UNION ALL SELECT 'loggedIn') AS events"
    " WHERE issuer_key = 'made-up'";

constexpr std::string_view kTablesFilled =
    "('accounts'::regclass, 'idempotency'::regclass, 'links'::regclass, 'outbox'::regclass,"
    " 'security_events'::regclass)";

std::vector<std::string> textsFrom(soci::session& sql, const std::string& query) {
  std::vector<std::string> texts;
  const soci::rowset<std::string> rows = (sql.prepare << query);
  std::copy(rows.begin(), rows.end(), std::back_inserter(texts));
  return texts;
}

/// PostgreSQL makes an index of what is there much faster than row by row: keys and indexes of the
/// tables that are filled go, and come back as they were when the rows are there.
class WithoutIndexes {
 public:
  explicit WithoutIndexes(soci::session& sql) : m_sql(sql) {
    const std::string tables(kTablesFilled);
    const std::string filled = "(conrelid IN " + tables + " OR confrelid IN " + tables + ")";
    // What refers to a key goes before it, and comes back after it.
    for (const char* kind : {"contype = 'f'", "contype IN ('p', 'u')"}) {
      const std::string from =
          " FROM pg_constraint WHERE " + filled + " AND " + kind + " ORDER BY oid";
      const std::string alter = "SELECT 'ALTER TABLE ' || conrelid::regclass || ";
      const auto back = textsFrom(
          sql, alter + "' ADD CONSTRAINT ' || conname || ' ' || pg_get_constraintdef(oid)" + from);
      m_back.insert(m_back.begin(), back.begin(), back.end());
      for (const std::string& drop :
           textsFrom(sql, alter + "' DROP CONSTRAINT ' || conname" + from)) {
        sql << drop;
      }
    }
    const std::string from = " FROM pg_index WHERE indrelid IN " + tables + " ORDER BY indexrelid";
    const auto back = textsFrom(sql, "SELECT pg_get_indexdef(indexrelid)" + from);
    m_back.insert(m_back.begin(), back.begin(), back.end());
    for (const std::string& drop :
         textsFrom(sql, "SELECT 'DROP INDEX ' || indexrelid::regclass" + from)) {
      sql << drop;
    }
  }
  void bringBack() {
    m_sql << "SET maintenance_work_mem = '1GB'";
    for (const std::string& statement : m_back) {
      m_sql << statement;
    }
  }

 private:
  soci::session& m_sql;
  std::vector<std::string> m_back;
};

}  // namespace

void addPeople(soci::session& sql, int count) {
  const bool sqlite = sql.get_backend_name() == "sqlite3";
  const std::string random =
      sqlite ? "lower(hex(randomblob(16)))" : "replace(gen_random_uuid()::text, '-', '')";
  std::string accounts(kAccounts);
  constexpr std::string_view kNumbers = "NUMBERS";
  accounts.replace(accounts.find(kNumbers), kNumbers.size(),
                   sqlite ? "SELECT FIRST UNION ALL SELECT i + 1 FROM numbers WHERE i < LAST"
                          : "SELECT generate_series(FIRST, LAST)");
  std::optional<WithoutIndexes> bare;
  if (!sqlite) {
    bare.emplace(sql);
  }
  for (int first = 1; first <= count; first += kAtOnce) {
    sql << statement(accounts, random, first, std::min(first + kAtOnce - 1, count));
  }
  for (const std::string_view rows : {kAnswers, kLinks, kMails, kEvents}) {
    sql << statement(std::string(rows), random, 1, count);
  }
  if (bare) {
    bare->bringBack();
  }
  sql << (sqlite ? "ANALYZE" : "VACUUM ANALYZE");
}

}  // namespace madoguchi::test
