#include "backend/http/tls_files.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <stdexcept>
#include <string_view>

#include "backend/core/encoding.h"
#include "cardreader/certificate/openssl_handles.h"

namespace madoguchi::backend {
namespace {

using certificate::BigNumberHandle;
using certificate::BioHandle;
using certificate::ExtensionHandle;
using certificate::KeyHandle;
using certificate::X509Handle;

constexpr long kValidSeconds = 365L * 24 * 3600;

void demand(bool good, const char* what) {
  if (!good) {
    throw std::runtime_error(std::string("cannot make the TLS files: ") + what);
  }
}

KeyHandle makeKey() {
  KeyHandle key(EVP_EC_gen("P-256"));
  demand(key != nullptr, "key");
  return key;
}

void addExtension(X509* certificate, X509* issuer, int nid, const std::string& value) {
  X509V3_CTX context{};
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  const ExtensionHandle extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str()));
  demand(extension && X509_add_ext(certificate, extension.get(), -1) == 1, value.c_str());
}

X509Handle newCertificate(EVP_PKEY* key, const std::string& name) {
  X509Handle certificate(X509_new());
  demand(certificate != nullptr, "certificate");
  // 127 random bits and a leading zero bit, so that the number is positive (RFC 5280
  // section 4.1.2.2).
  std::vector<std::uint8_t> serial = randomBytes(16);
  serial.front() = static_cast<std::uint8_t>((serial.front() & 0x7FU) | 0x40U);
  const BigNumberHandle number(BN_bin2bn(serial.data(), static_cast<int>(serial.size()), nullptr));
  X509_NAME* subject = X509_get_subject_name(certificate.get());
  demand(number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate.get())) &&
             X509_set_version(certificate.get(), X509_VERSION_3) == 1 &&
             X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600) &&
             X509_gmtime_adj(X509_getm_notAfter(certificate.get()), kValidSeconds) &&
             X509_set_pubkey(certificate.get(), key) == 1 &&
             X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8,
                                        reinterpret_cast<const unsigned char*>(name.c_str()), -1,
                                        -1, 0) == 1,
         "certificate");
  return certificate;
}

std::string alternativeNames(const std::vector<std::string>& hosts) {
  std::string names;
  for (const std::string& host : hosts) {
    std::array<unsigned char, sizeof(in6_addr)> address{};
    const bool isAddress = inet_pton(AF_INET, host.c_str(), address.data()) == 1 ||
                           inet_pton(AF_INET6, host.c_str(), address.data()) == 1;
    demand(host.find_first_of(",\n ") == std::string::npos, "host name");
    names += (names.empty() ? "" : ",") + std::string(isAddress ? "IP:" : "DNS:") + host;
  }
  return names;
}

BioHandle openForWriting(const std::filesystem::path& path, mode_t mode) {
  std::filesystem::remove(path);  // so that an older file's wider permissions do not stay
  const int descriptor = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
  FILE* file = descriptor < 0 ? nullptr : fdopen(descriptor, "w");
  demand(file != nullptr, path.c_str());
  return BioHandle(BIO_new_fp(file, BIO_CLOSE));
}

}  // namespace

void makeTlsFiles(const std::filesystem::path& folder, const std::vector<std::string>& hosts) {
  std::filesystem::create_directories(folder);
  const KeyHandle caKey = makeKey();
  const X509Handle ca = newCertificate(caKey.get(), "Madoguchi throw-away CA");
  X509_set_issuer_name(ca.get(), X509_get_subject_name(ca.get()));
  addExtension(ca.get(), ca.get(), NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
  addExtension(ca.get(), ca.get(), NID_key_usage, "critical,keyCertSign");
  addExtension(ca.get(), ca.get(), NID_subject_key_identifier, "hash");
  demand(X509_sign(ca.get(), caKey.get(), EVP_sha256()) > 0, "signature");

  const KeyHandle key = makeKey();
  const X509Handle server = newCertificate(key.get(), hosts.front());
  X509_set_issuer_name(server.get(), X509_get_subject_name(ca.get()));
  addExtension(server.get(), ca.get(), NID_basic_constraints, "critical,CA:FALSE");
  addExtension(server.get(), ca.get(), NID_key_usage, "critical,digitalSignature");
  addExtension(server.get(), ca.get(), NID_ext_key_usage, "serverAuth");
  addExtension(server.get(), ca.get(), NID_authority_key_identifier, "keyid");
  addExtension(server.get(), ca.get(), NID_subject_alt_name, alternativeNames(hosts));
  demand(X509_sign(server.get(), caKey.get(), EVP_sha256()) > 0, "signature");

  demand(PEM_write_bio_X509(openForWriting(folder / "ca.pem", 0644).get(), ca.get()) == 1,
         "ca.pem");
  demand(PEM_write_bio_X509(openForWriting(folder / "server.pem", 0644).get(), server.get()) == 1,
         "server.pem");
  demand(PEM_write_bio_PrivateKey(openForWriting(folder / "server.key", 0600).get(), key.get(),
                                  nullptr, nullptr, 0, nullptr, nullptr) == 1,
         "server.key");
}

}  // namespace madoguchi::backend
