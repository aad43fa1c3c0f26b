#include "backend/rooms/registration/repository.h"

#include "backend/mail/outbox.h"
#include "backend/rooms/registration/authentication_id.h"
#include "backend/storage/database.h"

namespace madoguchi::backend {

using protocol::Reason;

namespace {

// 38 bits: even with millions of accounts a second collision in a row is not seen in a lifetime.
constexpr int kAttempts = 5;

long long seconds(Seconds time) { return time.time_since_epoch().count(); }

std::optional<StoredAnswer> selectAnswer(soci::session& session, const std::string& key) {
  StoredAnswer answer;
  long long createdAt = 0;
  session << "SELECT i.request_digest, a.authentication_id, a.created_at"
             " FROM idempotency i JOIN accounts a ON a.id = i.account_id"
             " WHERE i.idempotency_key = :key",
      soci::into(answer.requestDigest), soci::into(answer.authenticationId), soci::into(createdAt),
      soci::use(key);
  if (!session.got_data()) {
    return std::nullopt;
  }
  answer.registeredAt = Seconds(std::chrono::seconds(createdAt));
  return answer;
}

Repository::Outcome repeated(const StoredAnswer& answer, const NewRegistration& registration) {
  if (answer.requestDigest != registration.requestDigest) {
    return {Reason::idempotencyConflict, {}, false};
  }
  return {std::nullopt, answer, false};
}

bool selectCertificate(soci::session& session, const CertificateRecord& certificate) {
  int count = 0;
  session << "SELECT COUNT(*) FROM accounts"
             " WHERE issuer_key = :key AND certificate_serial = :serial",
      soci::into(count), soci::use(certificate.issuerKey), soci::use(certificate.serial);
  return count > 0;
}

bool consumeNonce(soci::session& session, std::string_view nonce, Seconds now) {
  const std::string hash = sha256Hex(nonce);
  const long long at = seconds(now);
  soci::statement statement =
      (session.prepare << "DELETE FROM nonces WHERE hash = :hash AND expires_at > :now",
       soci::use(hash), soci::use(at));
  statement.execute(true);
  return statement.get_affected_rows() == 1;
}

void insertAccount(soci::session& session, const std::string& id, const StoredAnswer& answer,
                   const NewRegistration& registration) {
  soci::indicator known =  // use() takes no constant one
      registration.certificate ? soci::i_ok : soci::i_null;
  const CertificateRecord certificate = registration.certificate.value_or(CertificateRecord{});
  const long long createdAt = seconds(answer.registeredAt);
  session
      << "INSERT INTO accounts (id, authentication_id, entrance, user_class, language, form, email,"
         " terms_version, certificate_fingerprint, certificate_serial, certificate_issuer,"
         " issuer_key, created_at)"
         " VALUES (:id, :authentication, :entrance, :class, :language, :form, :email,"
         " :terms, :fingerprint, :serial, :issuer, :key, :created)",
      soci::use(id), soci::use(answer.authenticationId), soci::use(registration.entrance),
      soci::use(registration.userClass), soci::use(registration.language),
      soci::use(registration.form), soci::use(registration.email),
      soci::use(registration.termsVersion), soci::use(certificate.fingerprint, known),
      soci::use(certificate.serial, known), soci::use(certificate.issuer, known),
      soci::use(certificate.issuerKey, known), soci::use(createdAt);
}

}  // namespace

void Repository::addNonce(std::string_view nonce, Seconds expiresAt, Seconds now,
                          std::string_view replaced) {
  const std::string hash = sha256Hex(nonce);
  const std::string replacedHash = sha256Hex(replaced);
  const long long end = seconds(expiresAt);
  const long long at = seconds(now);
  soci::session session(m_database.pool());
  WriteTransaction transaction(session);
  session << "DELETE FROM nonces WHERE expires_at <= :now OR hash = :replaced", soci::use(at),
      soci::use(replacedHash);
  session << "INSERT INTO nonces (hash, expires_at) VALUES (:hash, :end)", soci::use(hash),
      soci::use(end);
  transaction.commit();
}

bool Repository::nonceIsGood(std::string_view nonce, Seconds now) {
  const std::string hash = sha256Hex(nonce);
  const long long at = seconds(now);
  int count = 0;
  soci::session session(m_database.pool());
  session << "SELECT COUNT(*) FROM nonces WHERE hash = :hash AND expires_at > :now",
      soci::into(count), soci::use(hash), soci::use(at);
  return count == 1;
}

std::optional<StoredAnswer> Repository::findAnswer(const std::string& idempotencyKey) {
  soci::session session(m_database.pool());
  return selectAnswer(session, idempotencyKey);
}

bool Repository::certificateIsTaken(const NewRegistration& registration) {
  soci::session session(m_database.pool());
  return registration.certificate && selectCertificate(session, *registration.certificate);
}

Repository::Outcome Repository::tryToStore(const NewRegistration& registration, Seconds now) {
  soci::session session(m_database.pool());
  WriteTransaction transaction(session);
  if (const auto answer = selectAnswer(session, registration.idempotencyKey)) {
    return repeated(*answer, registration);
  }
  if (registration.certificate && selectCertificate(session, *registration.certificate)) {
    return {Reason::alreadyRegistered, {}, false};
  }
  if (!consumeNonce(session, registration.nonce, now)) {
    return {Reason::nonceInvalid, {}, false};
  }
  const std::string accountId = randomHex(16);
  const StoredAnswer answer{registration.requestDigest, makeAuthenticationId(), now};
  insertAccount(session, accountId, answer, registration);
  session << "INSERT INTO idempotency (idempotency_key, request_digest, account_id)"
             " VALUES (:key, :digest, :account)",
      soci::use(registration.idempotencyKey), soci::use(registration.requestDigest),
      soci::use(accountId);
  addToOutbox(session, accountId, "registration", registration.messageIdDomain, now);
  transaction.commit();
  return {std::nullopt, answer, true};
}

Repository::Outcome Repository::store(const NewRegistration& registration, Seconds now) {
  for (int attempt = 1;; ++attempt) {
    std::optional<Reason> refusal;
    try {
      Outcome outcome = tryToStore(registration, now);
      if (!outcome.refusal) {
        return outcome;
      }
      refusal = outcome.refusal;
    } catch (const soci::soci_error&) {
      // A constraint, when another process stored the same key or certificate in the same moment,
      // or (hardly ever) when the authentication ID is taken: look again, then try with a new one.
      if (!findAnswer(registration.idempotencyKey) && attempt == kAttempts) {
        throw;
      }
    }
    if (const auto answer = findAnswer(registration.idempotencyKey)) {
      return repeated(*answer, registration);
    }
    if (refusal) {
      return {refusal, {}, false};
    }
    if (certificateIsTaken(registration)) {
      return {Reason::alreadyRegistered, {}, false};
    }
  }
}

}  // namespace madoguchi::backend
