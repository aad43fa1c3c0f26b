#include "app/server/tls_observation.h"
#include "cardreader/certificate/openssl_handles.h"

#include <openssl/bio.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <array>
#include <memory>

namespace madoguchi::app {
namespace {

using certificate::BioHandle;
using certificate::X509Handle;

CertificateSeen describe(const X509* certificate) {
  CertificateSeen seen;
  const BioHandle text(BIO_new(BIO_s_mem()));
  // Without escaping what is no ASCII: the report is UTF-8.
  X509_NAME_print_ex(text.get(), X509_get_subject_name(certificate), 0,
                     XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB));
  char* bytes = nullptr;
  const long length = BIO_get_mem_data(text.get(), &bytes);
  seen.subject.assign(bytes, static_cast<std::size_t>(length));
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  X509_digest(certificate, EVP_sha256(), digest.data(), &size);
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  for (unsigned int i = 0; i < size; ++i) {
    seen.sha256 += kDigits[digest.at(i) >> 4U];
    seen.sha256 += kDigits[digest.at(i) & 0x0FU];
  }
  return seen;
}

int checkAndWriteDown(X509_STORE_CTX* check, void* to) {
  auto& seen = *static_cast<TlsSeen*>(to);
  seen = {};
  const STACK_OF(X509)* sent = X509_STORE_CTX_get0_untrusted(check);
  for (int i = 0; i < sk_X509_num(sent); ++i) {
    seen.chain.push_back(describe(sk_X509_value(sent, i)));
  }
  const int accepted = X509_verify_cert(check);
  const STACK_OF(X509)* built = X509_STORE_CTX_get0_chain(check);
  if (accepted == 1 && sk_X509_num(built) > 0) {
    seen.anchor = describe(sk_X509_value(built, sk_X509_num(built) - 1));
  }
  return accepted;
}

}  // namespace

void observe(ssl_ctx_st* context, TlsSeen& seen) {
  SSL_CTX_set_cert_verify_callback(context, &checkAndWriteDown, &seen);
}

std::vector<CertificateSeen> certificatesIn(const std::filesystem::path& pemFile) {
  std::vector<CertificateSeen> found;
  const BioHandle file(
      BIO_new_file(reinterpret_cast<const char*>(pemFile.u8string().c_str()), "r"));
  while (file) {
    const X509Handle one(PEM_read_bio_X509(file.get(), nullptr, nullptr, nullptr));
    if (!one) {
      break;
    }
    found.push_back(describe(one.get()));
  }
  return found;
}

}  // namespace madoguchi::app
