#include "tests/unit/app/test_tls.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <memory>
#include <stdexcept>

namespace madoguchi::test {
namespace {

struct Deleter {
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
  void operator()(X509* certificate) const { X509_free(certificate); }
  void operator()(X509_EXTENSION* extension) const { X509_EXTENSION_free(extension); }
  void operator()(BIO* bio) const { BIO_free_all(bio); }
};
template <typename T>
using Owned = std::unique_ptr<T, Deleter>;

void demand(bool good) {
  if (!good) {
    throw std::runtime_error("the test's certificates could not be made");
  }
}

void addExtension(X509* certificate, X509* issuer, int nid, const std::string& value) {
  X509V3_CTX context;
  X509V3_set_ctx_nodb(&context);
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  const Owned<X509_EXTENSION> extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str()));
  demand(extension && X509_add_ext(certificate, extension.get(), -1) == 1);
}

Owned<X509> makeCertificate(EVP_PKEY* key, const std::string& name, X509* issuer,
                            EVP_PKEY* issuerKey, std::chrono::seconds end) {
  Owned<X509> certificate(X509_new());
  X509_set_version(certificate.get(), X509_VERSION_3);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), issuer == nullptr ? 1 : 2);
  constexpr long kTwoDays = 2L * 24 * 3600;
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -kTwoDays);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), static_cast<long>(end.count()));
  X509_set_pubkey(certificate.get(), key);
  X509_NAME* subject = X509_get_subject_name(certificate.get());
  X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8,
                             reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0);
  X509* signer = issuer != nullptr ? issuer : certificate.get();
  X509_set_issuer_name(certificate.get(), X509_get_subject_name(signer));
  if (issuer == nullptr) {
    addExtension(certificate.get(), signer, NID_basic_constraints, "critical,CA:TRUE");
    addExtension(certificate.get(), signer, NID_key_usage, "critical,keyCertSign");
  } else {
    addExtension(certificate.get(), signer, NID_subject_alt_name, "DNS:" + name);
  }
  demand(X509_sign(certificate.get(), issuerKey, EVP_sha256()) > 0);
  return certificate;
}

Owned<BIO> openForWriting(const std::filesystem::path& path) {
  Owned<BIO> file(BIO_new_file(path.string().c_str(), "w"));
  demand(file != nullptr);
  return file;
}

}  // namespace

TlsFiles makeTls(const std::filesystem::path& folder, const std::string& host,
                 std::chrono::seconds end) {
  std::filesystem::create_directories(folder);
  const Owned<EVP_PKEY> caKey(EVP_EC_gen("P-256"));
  const Owned<EVP_PKEY> key(EVP_EC_gen("P-256"));
  const Owned<X509> ca =
      makeCertificate(caKey.get(), "Test CA", nullptr, caKey.get(), std::chrono::hours(24));
  const Owned<X509> server = makeCertificate(key.get(), host, ca.get(), caKey.get(), end);
  TlsFiles files{folder / "ca.pem", folder / "server.pem", folder / "server.key"};
  demand(PEM_write_bio_X509(openForWriting(files.ca).get(), ca.get()) == 1);
  demand(PEM_write_bio_X509(openForWriting(files.certificate).get(), server.get()) == 1);
  demand(PEM_write_bio_PrivateKey(openForWriting(files.key).get(), key.get(), nullptr, nullptr, 0,
                                  nullptr, nullptr) == 1);
  return files;
}

}  // namespace madoguchi::test
