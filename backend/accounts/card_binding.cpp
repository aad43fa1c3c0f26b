#include "backend/accounts/card_binding.h"

#include "backend/storage/columns.h"
#include "backend/storage/soci.h"

namespace madoguchi::backend {

bool isCardOf(Transaction& transaction, const std::string& accountId, const CardKeyRecord& key) {
  int count = 0;
  transaction.session() << "SELECT COUNT(*) FROM accounts WHERE id = :id"
                           " AND authentication_serial = :serial"
                           " AND authentication_issuer_key = :key",
      soci::into(count), soci::use(accountId), soci::use(key.serial), soci::use(key.issuerKey);
  return count == 1;
}

bool isTaken(Transaction& transaction, const std::string& accountId, const CardKeyRecord& signing) {
  int count = 0;
  transaction.session() << "SELECT COUNT(*) FROM accounts WHERE id <> :id"
                           " AND certificate_serial = :serial AND issuer_key = :key",
      soci::into(count), soci::use(accountId), soci::use(signing.serial),
      soci::use(signing.issuerKey);
  return count != 0;
}

void bindSigning(Transaction& transaction, const std::string& accountId,
                 const SigningRecord& signing) {
  transaction.session() << "UPDATE accounts SET certificate_fingerprint = :fingerprint,"
                           " certificate_serial = :serial, certificate_issuer = :issuer,"
                           " issuer_key = :key WHERE id = :id",
      soci::use(signing.fingerprint), soci::use(signing.key.serial), soci::use(signing.issuer),
      soci::use(signing.key.issuerKey), soci::use(accountId);
}

void bindCard(Transaction& transaction, const std::string& accountId, const SigningRecord& signing,
              const CardKeyRecord& authentication, Seconds endsAt) {
  bindSigning(transaction, accountId, signing);
  const long long end = toColumn(endsAt);
  transaction.session() << "UPDATE accounts SET authentication_serial = :serial,"
                           " authentication_issuer_key = :key, authentication_ends_at = :end"
                           " WHERE id = :id",
      soci::use(authentication.serial), soci::use(authentication.issuerKey), soci::use(end),
      soci::use(accountId);
}

void noteCardEnd(Transaction& transaction, const std::string& accountId, Seconds endsAt) {
  const long long end = toColumn(endsAt);
  transaction.session() << "UPDATE accounts SET authentication_ends_at = :end"
                           " WHERE id = :id AND authentication_ends_at IS NULL",
      soci::use(end), soci::use(accountId);
}

}  // namespace madoguchi::backend
