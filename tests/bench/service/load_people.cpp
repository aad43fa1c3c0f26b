#include "load_people.h"

#include <algorithm>
#include <chrono>
#include <initializer_list>
#include <string>
#include <string_view>

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
    "WITH RECURSIVE numbers (i) AS"
    " (SELECT FIRST UNION ALL SELECT i + 1 FROM numbers WHERE i < LAST)"
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
    " SELECT RANDOM, 'registration', '', RANDOM || RANDOM, 'ja', '{}', 0, created_at, created_at,"
    " created_at, 1, 'sent', 'password ' || id FROM accounts WHERE issuer_key = 'made-up'";

}  // namespace

void addPeople(soci::session& sql, int count) {
  const bool sqlite = sql.get_backend_name() == "sqlite3";
  const std::string random =
      sqlite ? "lower(hex(randomblob(16)))" : "replace(gen_random_uuid()::text, '-', '')";
  for (int first = 1; first <= count; first += kAtOnce) {
    sql << statement(std::string(kAccounts), random, first, std::min(first + kAtOnce - 1, count));
  }
  for (const std::string_view rows : {kAnswers, kLinks, kMails}) {
    sql << statement(std::string(rows), random, 1, count);
  }
  sql << "ANALYZE";
}

}  // namespace madoguchi::test
