#pragma once

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>

// Owners for OpenSSL's objects.

namespace madoguchi::certificate {

/// Frees an OpenSSL object with the function that OpenSSL has for it; for std::unique_ptr.
template <auto Free>
struct OpensslFree {
  template <typename T>
  void operator()(T* object) const noexcept {
    Free(object);
  }
};

using BigNumberHandle = std::unique_ptr<BIGNUM, OpensslFree<BN_free>>;
using BioHandle = std::unique_ptr<BIO, OpensslFree<BIO_free_all>>;
using CrlHandle = std::unique_ptr<X509_CRL, OpensslFree<X509_CRL_free>>;
using DigestContextHandle = std::unique_ptr<EVP_MD_CTX, OpensslFree<EVP_MD_CTX_free>>;
using ExtensionHandle = std::unique_ptr<X509_EXTENSION, OpensslFree<X509_EXTENSION_free>>;
using GeneralNamesHandle = std::unique_ptr<GENERAL_NAMES, OpensslFree<GENERAL_NAMES_free>>;
using IntegerHandle = std::unique_ptr<ASN1_INTEGER, OpensslFree<ASN1_INTEGER_free>>;
using KeyContextHandle = std::unique_ptr<EVP_PKEY_CTX, OpensslFree<EVP_PKEY_CTX_free>>;
using KeyHandle = std::unique_ptr<EVP_PKEY, OpensslFree<EVP_PKEY_free>>;
using NameHandle = std::unique_ptr<X509_NAME, OpensslFree<X509_NAME_free>>;
using PoliciesHandle = std::unique_ptr<CERTIFICATEPOLICIES, OpensslFree<CERTIFICATEPOLICIES_free>>;
using RevokedHandle = std::unique_ptr<X509_REVOKED, OpensslFree<X509_REVOKED_free>>;
using StoreContextHandle = std::unique_ptr<X509_STORE_CTX, OpensslFree<X509_STORE_CTX_free>>;
using StoreHandle = std::unique_ptr<X509_STORE, OpensslFree<X509_STORE_free>>;
using TimeHandle = std::unique_ptr<ASN1_TIME, OpensslFree<ASN1_TIME_free>>;
using X509Handle = std::unique_ptr<X509, OpensslFree<X509_free>>;

}  // namespace madoguchi::certificate
