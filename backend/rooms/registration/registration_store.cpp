#include "backend/rooms/registration/registration_store.h"

#include "backend/accounts/card_binding.h"
#include "backend/accounts/login_store.h"
#include "backend/core/token.h"
#include "backend/storage/columns.h"
#include "backend/storage/kept_statements.h"
#include "backend/storage/soci.h"

namespace madoguchi::backend {
namespace {

void keepAnswer(Transaction& transaction, const std::string& accountId,
                const std::string& idempotencyKey, const StoredAnswer& answer) {
  const int corrected = answer.corrected ? 1 : 0;
  execute(transaction,
          "INSERT INTO idempotency (idempotency_key, request_digest, account_id, corrected)"
          " VALUES (:key, :digest, :account, :corrected)",
          soci::use(idempotencyKey), soci::use(answer.requestDigest), soci::use(accountId),
          soci::use(corrected));
}

/// `condition` names the certificate by `key` and `serial`.
std::optional<KnownAccount> accountWhere(Transaction& transaction, const std::string& condition,
                                         const std::string& key, const std::string& serial) {
  KnownAccount account;
  long long createdAt = 0;
  int unused = 0;
  std::string status;
  const auto done =
      execute(transaction,
              "SELECT id, authentication_id, created_at, email,"
              " CASE WHEN password_set_at IS NULL AND last_login_at IS NULL THEN 1 ELSE 0 END,"
              " status"
              " FROM accounts WHERE status <> 'deleted' AND " +
                  condition,
              soci::into(account.id), soci::into(account.authenticationId), soci::into(createdAt),
              soci::into(account.email), soci::into(unused), soci::into(status), soci::use(key),
              soci::use(serial));
  if (!done.found) {
    return std::nullopt;
  }
  account.registeredAt = fromColumn(createdAt);
  account.isActive = status == kActive;
  account.isUntouched = account.isActive && unused != 0;
  return account;
}

SigningRecord signingRecord(const CertificateRecord& signer) {
  return {.fingerprint = signer.fingerprint,
          .issuer = signer.issuer,
          .key = {signer.serial, signer.issuerKey}};
}

}  // namespace

std::optional<StoredAnswer> answeredBefore(Transaction& transaction,
                                           const std::string& idempotencyKey) {
  StoredAnswer answer;
  long long createdAt = 0;
  int corrected = 0;
  const auto done = execute(
      transaction,
      "SELECT i.request_digest, i.corrected, a.authentication_id, a.created_at"
      " FROM idempotency i JOIN accounts a ON a.id = i.account_id"
      " WHERE i.idempotency_key = :key",
      soci::into(answer.requestDigest), soci::into(corrected), soci::into(answer.authenticationId),
      soci::into(createdAt), soci::use(idempotencyKey));
  if (!done.found) {
    return std::nullopt;
  }
  answer.registeredAt = fromColumn(createdAt);
  answer.corrected = corrected != 0;
  return answer;
}

std::optional<KnownAccount> accountOf(Transaction& transaction,
                                      const CertificateRecord& certificate,
                                      const AuthenticationRecord& user) {
  auto account = accountWhere(transaction, "issuer_key = :key AND certificate_serial = :serial",
                              certificate.issuerKey, certificate.serial);
  if (!account) {
    account = accountWhere(transaction,
                           "authentication_issuer_key = :key AND authentication_serial = :serial",
                           user.issuerKey, user.serial);
    if (account) {
      account->signsAnew = true;
    }
  }
  return account;
}

std::string addAccount(Transaction& transaction, const NewAccount& account,
                       const std::string& idempotencyKey, const StoredAnswer& answer) {
  std::string id = randomHex(16);
  soci::indicator known =  // use() takes no constant one
      account.certificate ? soci::i_ok : soci::i_null;
  const CertificateRecord certificate = account.certificate.value_or(CertificateRecord{});
  const AuthenticationRecord user = account.authentication.value_or(AuthenticationRecord{});
  const long long userEndsAt = toColumn(user.endsAt);
  const long long createdAt = toColumn(answer.registeredAt);
  execute(
      transaction,
      "INSERT INTO accounts (id, authentication_id, entrance, user_class, language, form, email,"
      " terms_version, certificate_fingerprint, certificate_serial, certificate_issuer,"
      " issuer_key, authentication_serial, authentication_issuer_key, authentication_ends_at,"
      " created_at)"
      " VALUES (:id, :authentication, :entrance, :class, :language, :form, :email,"
      " :terms, :fingerprint, :serial, :issuer, :key, :authenticationSerial,"
      " :authenticationKey, :authenticationEnd, :created)",
      soci::use(id), soci::use(answer.authenticationId), soci::use(account.entrance),
      soci::use(account.userClass), soci::use(account.language), soci::use(account.form),
      soci::use(account.email), soci::use(account.termsVersion),
      soci::use(certificate.fingerprint, known), soci::use(certificate.serial, known),
      soci::use(certificate.issuer, known), soci::use(certificate.issuerKey, known),
      soci::use(user.serial, known), soci::use(user.issuerKey, known), soci::use(userEndsAt, known),
      soci::use(createdAt));
  keepAnswer(transaction, id, idempotencyKey, answer);
  return id;
}

void signAnew(Transaction& transaction, const KnownAccount& known,
              const CertificateRecord& certificate) {
  bindSigning(transaction, known.id, signingRecord(certificate));
}

void correctAccount(Transaction& transaction, const KnownAccount& known, const NewAccount& account,
                    const std::string& idempotencyKey, const StoredAnswer& answer) {
  transaction.session() << "UPDATE accounts SET user_class = :class, language = :language,"
                           " form = :form, email = :email, terms_version = :terms WHERE id = :id",
      soci::use(account.userClass), soci::use(account.language), soci::use(account.form),
      soci::use(account.email), soci::use(account.termsVersion), soci::use(known.id);
  const AuthenticationRecord user = account.authentication.value_or(AuthenticationRecord{});
  bindCard(transaction, known.id, signingRecord(account.certificate.value_or(CertificateRecord{})),
           {user.serial, user.issuerKey}, user.endsAt);
  keepAnswer(transaction, known.id, idempotencyKey, answer);
}

}  // namespace madoguchi::backend
