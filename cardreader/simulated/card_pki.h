#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cardreader/simulated/card_contents.h"
#include "cardreader/simulated/persons.h"

struct x509_st;  // OpenSSL's X509

// A throw-away public key infrastructure with the profile of the JPKI's test cards (O=JPKI-TEST).
// All functions throw std::runtime_error where OpenSSL fails.

namespace madoguchi::simulated {

enum class Usage { signing, authentication };

struct Revocation {
  std::string serialHex;  ///< lower case, no leading zeros
  std::chrono::sys_seconds when;
};

/// One certification authority: a self-signed RSA-2048 root, and what it has revoked.
struct CertificateAuthority {
  Usage usage = Usage::signing;
  PrivateKey key;
  std::shared_ptr<x509_st> certificate;
  std::vector<Revocation> revocations;
  std::int64_t crlNumber = 0;  ///< of the list made last
};

struct CardPki {
  CertificateAuthority signing;
  CertificateAuthority authentication;
};

struct Validity {
  std::chrono::sys_seconds notBefore;
  std::chrono::sys_seconds notAfter;
};

struct IssuedCertificate {
  std::vector<std::uint8_t> der;
  std::string serialHex;  ///< lower case, no leading zeros
  PrivateKey key;
};

/// About 0.3 s for each key pair.
PrivateKey makeKey();
CertificateAuthority makeAuthority(Usage usage);
CardPki makePki();

/// From a month ago for two years: a foreign national's certificate ends with the period of stay.
Validity usualValidity();
/// The same length, ended yesterday.
Validity expiredValidity();

/// A certificate with a new key, or with `key` where one is given. For a certificate of an unknown
/// CA, issue it from a second makeAuthority().
IssuedCertificate issueCertificate(const CertificateAuthority& authority, const Person& person,
                                   const Validity& validity, PrivateKey key = nullptr);
/// What a card has besides its own keys and certificates: CA certificates, secrets, tries.
void putCommonContents(CardContents& contents, const CardPki& pki, const Person& person);
/// A card for `person`, new keys and certificates included.
CardContents issueCard(const CardPki& pki, const Person& person);

/// The next revocation list will have the serial. A second time changes nothing.
void revoke(CertificateAuthority& authority, const std::string& serialHex);
/// A new revocation list in PEM, from an hour ago on for `lifetime`. With a municipality, in Latin
/// letters as a person has it, the list says that it is about that one's certificates only.
std::string makeCrl(CertificateAuthority& authority,
                    std::chrono::seconds lifetime = std::chrono::days(30),
                    std::string_view municipalityRomaji = {});

std::string certificatePem(const CertificateAuthority& authority);
std::vector<std::uint8_t> certificateDer(const CertificateAuthority& authority);

}  // namespace madoguchi::simulated
