#pragma once

#include <string_view>

#include "cardreader/certificate/openssl_handles.h"
#include "cardreader/simulated/card_pki.h"

// What stands in the certificates: names and extensions, apart from keys, serials and signatures.

namespace madoguchi::simulated {

/// Lower case, no leading zeros.
std::string serialHexOf(const ASN1_INTEGER* serial);

/// C=JP, O=JPKI-TEST, OU=JPKI for ..., OU=Japan Agency for Local Authority Information Systems.
certificate::NameHandle authorityName(Usage usage);
/// C=JP, L=prefecture, L=municipality, CN=... for signing; C=JP, CN=... for authentication.
certificate::NameHandle holderName(Usage usage, const Person& person,
                                   const std::string& commonName);

void addAuthorityExtensions(X509* certificate);
void addHolderExtensions(X509* certificate, X509* issuer, Usage usage, const Person& person);
void addCrlExtensions(X509_CRL* crl, X509* issuer, std::int64_t number);
/// Says that the list is about the certificates of a municipality only.
void limitCrl(X509_CRL* crl, Usage usage, std::string_view municipalityRomaji);

}  // namespace madoguchi::simulated
