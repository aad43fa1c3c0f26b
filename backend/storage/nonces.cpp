#include "backend/storage/nonces.h"

#include "backend/core/token.h"
#include "backend/storage/columns.h"
#include "backend/storage/soci.h"

namespace madoguchi::backend {
namespace {

constexpr std::chrono::minutes kNonceLifetime{10};

}  // namespace

Nonce makeNonce(Seconds now) { return {makeToken(), now + kNonceLifetime}; }

void addNonce(Transaction& transaction, const Nonce& nonce, Seconds now,
              std::string_view replaced) {
  const std::string hash = tokenDigest(nonce.value);
  const std::string replacedHash = tokenDigest(replaced);
  const long long end = toColumn(nonce.expiresAt);
  const long long at = toColumn(now);
  soci::session& sql = transaction.session();
  sql << "DELETE FROM nonces WHERE expires_at <= :now OR hash = :replaced", soci::use(at),
      soci::use(replacedHash);
  sql << "INSERT INTO nonces (hash, expires_at) VALUES (:hash, :end)", soci::use(hash),
      soci::use(end);
}

bool nonceIsGood(Transaction& transaction, std::string_view nonce, Seconds now) {
  const std::string hash = tokenDigest(nonce);
  const long long at = toColumn(now);
  int count = 0;
  transaction.session() << "SELECT COUNT(*) FROM nonces WHERE hash = :hash AND expires_at > :now",
      soci::into(count), soci::use(hash), soci::use(at);
  return count == 1;
}

bool useUpNonce(Transaction& transaction, std::string_view nonce, Seconds now) {
  const std::string hash = tokenDigest(nonce);
  const long long at = toColumn(now);
  soci::statement statement = (transaction.session().prepare
                                   << "DELETE FROM nonces WHERE hash = :hash AND expires_at > :now",
                               soci::use(hash), soci::use(at));
  statement.execute(true);
  return statement.get_affected_rows() == 1;
}

}  // namespace madoguchi::backend
