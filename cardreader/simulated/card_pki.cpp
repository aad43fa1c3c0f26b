#include "cardreader/simulated/card_pki.h"

#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <utility>

#include "cardreader/certificate/openssl_handles.h"
#include "cardreader/simulated/certificate_profile.h"
#include "cardreader/simulated/openssl_require.h"

namespace madoguchi::simulated {
namespace {

using certificate::BigNumberHandle;
using certificate::BioHandle;
using certificate::CrlHandle;
using certificate::IntegerHandle;
using certificate::NameHandle;
using certificate::RevokedHandle;
using certificate::TimeHandle;

using std::chrono::days;
using std::chrono::sys_seconds;

constexpr unsigned kRsaBits = 2048;
constexpr int kSerialBytes = 8;

sys_seconds now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

TimeHandle asn1Time(sys_seconds when) {
  return TimeHandle(require(
      ASN1_TIME_set(nullptr, static_cast<std::time_t>(when.time_since_epoch().count())), "time"));
}

BigNumberHandle randomSerial() {
  std::array<unsigned char, kSerialBytes> bytes{};
  requireOne(RAND_bytes(bytes.data(), kSerialBytes), "random");
  // Positive, and always of the same length, so that sizes do not vary from run to run.
  bytes[0] = static_cast<unsigned char>((bytes[0] & 0x7F) | 0x40);
  return BigNumberHandle(require(BN_bin2bn(bytes.data(), kSerialBytes, nullptr), "serial number"));
}

std::vector<std::uint8_t> derOf(X509* certificate) {
  const int length = i2d_X509(certificate, nullptr);
  requireOne(length, "certificate");
  std::vector<std::uint8_t> der(static_cast<std::size_t>(length));
  unsigned char* out = der.data();
  requireOne(i2d_X509(certificate, &out), "certificate");
  return der;
}

std::string textOf(BIO* memory) {
  char* data = nullptr;
  const auto length = BIO_get_mem_data(memory, &data);
  return {data, static_cast<std::size_t>(length)};
}

// Version 3, serial, validity, key and signature are the same work for every certificate.
std::shared_ptr<X509> startCertificate(const BIGNUM* serial, const Validity& validity,
                                       EVP_PKEY* key) {
  std::shared_ptr<X509> certificate(require(X509_new(), "certificate"), X509_free);
  requireOne(X509_set_version(certificate.get(), X509_VERSION_3), "version");
  require(BN_to_ASN1_INTEGER(serial, X509_get_serialNumber(certificate.get())), "serial number");
  requireOne(X509_set1_notBefore(certificate.get(), asn1Time(validity.notBefore).get()), "time");
  requireOne(X509_set1_notAfter(certificate.get(), asn1Time(validity.notAfter).get()), "time");
  requireOne(X509_set_pubkey(certificate.get(), key), "public key");
  return certificate;
}

}  // namespace

PrivateKey makeKey() { return {require(EVP_RSA_gen(kRsaBits), "key generation"), EVP_PKEY_free}; }

CertificateAuthority makeAuthority(Usage usage) {
  CertificateAuthority authority;
  authority.usage = usage;
  authority.key = makeKey();
  // The real roots run for ten years.
  authority.certificate = startCertificate(
      randomSerial().get(), {now() - days(366), now() + days(3650)}, authority.key.get());
  X509* certificate = authority.certificate.get();
  const NameHandle name = authorityName(usage);
  requireOne(X509_set_subject_name(certificate, name.get()), "subject");
  requireOne(X509_set_issuer_name(certificate, name.get()), "issuer");
  addAuthorityExtensions(certificate);
  requireOne(X509_sign(certificate, authority.key.get(), EVP_sha256()), "signature");
  return authority;
}

CardPki makePki() { return {makeAuthority(Usage::signing), makeAuthority(Usage::authentication)}; }

Validity usualValidity() { return {now() - days(30), now() + days(700)}; }

Validity expiredValidity() { return {now() - days(731), now() - days(1)}; }

IssuedCertificate issueCertificate(const CertificateAuthority& authority, const Person& person,
                                   const Validity& validity, PrivateKey key) {
  IssuedCertificate issued;
  issued.key = key ? std::move(key) : makeKey();
  const auto certificate = startCertificate(randomSerial().get(), validity, issued.key.get());
  issued.serialHex = serialHexOf(X509_get0_serialNumber(certificate.get()));
  X509* issuer = authority.certificate.get();
  // The real common names are long numbers without meaning.
  const NameHandle subject = holderName(authority.usage, person, "TEST" + issued.serialHex);
  requireOne(X509_set_subject_name(certificate.get(), subject.get()), "subject");
  requireOne(X509_set_issuer_name(certificate.get(), X509_get_subject_name(issuer)), "issuer");
  addHolderExtensions(certificate.get(), issuer, authority.usage, person);
  requireOne(X509_sign(certificate.get(), authority.key.get(), EVP_sha256()), "signature");
  issued.der = derOf(certificate.get());
  return issued;
}

void putCommonContents(CardContents& contents, const CardPki& pki, const Person& person) {
  contents.signingCaCertificate = certificateDer(pki.signing);
  contents.authenticationCaCertificate = certificateDer(pki.authentication);
  contents.signaturePassword = kDemoSignaturePassword;
  contents.authenticationPin = kDemoAuthenticationPin;
  if (person.secretsBlocked) {
    contents.signaturePasswordTries = 0;
    contents.authenticationPinTries = 0;
  }
}

CardContents issueCard(const CardPki& pki, const Person& person) {
  const Validity validity = person.certificatesExpired ? expiredValidity() : usualValidity();
  CardContents contents;
  if (person.hasSigningCertificate) {
    auto signing = issueCertificate(pki.signing, person, validity);
    contents.signingCertificate = std::move(signing.der);
    contents.signingKey = std::move(signing.key);
  }
  auto authentication = issueCertificate(pki.authentication, person, validity);
  contents.authenticationCertificate = std::move(authentication.der);
  contents.authenticationKey = std::move(authentication.key);
  putCommonContents(contents, pki, person);
  return contents;
}

void revoke(CertificateAuthority& authority, const std::string& serialHex) {
  if (std::ranges::find(authority.revocations, serialHex, &Revocation::serialHex) ==
      authority.revocations.end()) {
    authority.revocations.push_back({serialHex, now()});
  }
}

std::string makeCrl(CertificateAuthority& authority, std::chrono::seconds lifetime,
                    std::string_view municipalityRomaji) {
  const CrlHandle crl(require(X509_CRL_new(), "CRL"));
  requireOne(X509_CRL_set_version(crl.get(), X509_CRL_VERSION_2), "version");
  requireOne(
      X509_CRL_set_issuer_name(crl.get(), X509_get_subject_name(authority.certificate.get())),
      "issuer");
  // An hour back, for clocks that differ a little.
  const sys_seconds start = now() - std::chrono::hours(1);
  requireOne(X509_CRL_set1_lastUpdate(crl.get(), asn1Time(start).get()), "time");
  requireOne(X509_CRL_set1_nextUpdate(crl.get(), asn1Time(start + lifetime).get()), "time");
  for (const Revocation& revocation : authority.revocations) {
    BIGNUM* number = nullptr;
    requireOne(BN_hex2bn(&number, revocation.serialHex.c_str()), "serial number");
    const BigNumberHandle serial(number);
    const IntegerHandle integer(
        require(BN_to_ASN1_INTEGER(serial.get(), nullptr), "serial number"));
    RevokedHandle revoked(require(X509_REVOKED_new(), "CRL entry"));
    requireOne(X509_REVOKED_set_serialNumber(revoked.get(), integer.get()), "serial number");
    requireOne(X509_REVOKED_set_revocationDate(revoked.get(), asn1Time(revocation.when).get()),
               "time");
    requireOne(X509_CRL_add0_revoked(crl.get(), revoked.get()), "CRL entry");
    revoked.release();  // NOLINT(bugprone-unused-return-value): the list owns it now
  }
  addCrlExtensions(crl.get(), authority.certificate.get(), ++authority.crlNumber);
  if (!municipalityRomaji.empty()) {
    limitCrl(crl.get(), authority.usage, municipalityRomaji);
  }
  requireOne(X509_CRL_sort(crl.get()), "CRL");
  requireOne(X509_CRL_sign(crl.get(), authority.key.get(), EVP_sha256()), "signature");
  const BioHandle memory(require(BIO_new(BIO_s_mem()), "memory"));
  requireOne(PEM_write_bio_X509_CRL(memory.get(), crl.get()), "CRL");
  return textOf(memory.get());
}

std::string certificatePem(const CertificateAuthority& authority) {
  const BioHandle memory(require(BIO_new(BIO_s_mem()), "memory"));
  requireOne(PEM_write_bio_X509(memory.get(), authority.certificate.get()), "certificate");
  return textOf(memory.get());
}

std::vector<std::uint8_t> certificateDer(const CertificateAuthority& authority) {
  return derOf(authority.certificate.get());
}

}  // namespace madoguchi::simulated
