#pragma once

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>
#include <stdexcept>
#include <string>

#include "cardreader/certificate/openssl_free.h"

// Owners for OpenSSL's objects, and one way to turn its failures into an exception.

namespace madoguchi::simulated {

using certificate::OpensslFree;

using BigNumberHandle = std::unique_ptr<BIGNUM, OpensslFree<BN_free>>;
using BioHandle = std::unique_ptr<BIO, OpensslFree<BIO_free_all>>;
using CrlHandle = std::unique_ptr<X509_CRL, OpensslFree<X509_CRL_free>>;
using ExtensionHandle = std::unique_ptr<X509_EXTENSION, OpensslFree<X509_EXTENSION_free>>;
using KeyContextHandle = std::unique_ptr<EVP_PKEY_CTX, OpensslFree<EVP_PKEY_CTX_free>>;
using GeneralNamesHandle = std::unique_ptr<GENERAL_NAMES, OpensslFree<GENERAL_NAMES_free>>;
using NameHandle = std::unique_ptr<X509_NAME, OpensslFree<X509_NAME_free>>;
using RevokedHandle = std::unique_ptr<X509_REVOKED, OpensslFree<X509_REVOKED_free>>;
using TimeHandle = std::unique_ptr<ASN1_TIME, OpensslFree<ASN1_TIME_free>>;

/// Gives `result` back, or throws std::runtime_error naming `what` where OpenSSL reports a failure.
template <typename T>
T require(T result, const char* what) {
  if (!result) {
    const char* reason = ERR_reason_error_string(ERR_get_error());
    throw std::runtime_error(std::string("OpenSSL: ") + what + ": " +
                             (reason == nullptr ? "unknown reason" : reason));
  }
  return result;
}

/// The same for functions that answer 1 for success and 0 or less for failure.
inline void requireOne(int result, const char* what) { require(result > 0, what); }

}  // namespace madoguchi::simulated
