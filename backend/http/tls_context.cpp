#include "backend/http/tls_context.h"

#include <openssl/err.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <ctime>
#include <optional>
#include <stdexcept>
#include <string>

namespace madoguchi::backend {
namespace {

/// Who waits at the terminal from which the service was started is nobody.
int givesNoPassphrase(char* /*buffer*/, int /*size*/, int /*isForWriting*/, void* /*data*/) {
  return -1;
}

std::optional<Seconds> timeOf(const ASN1_TIME* time) {
  std::tm parts{};
  return ASN1_TIME_to_tm(time, &parts) == 1
             ? std::optional(Seconds(std::chrono::seconds(timegm(&parts))))
             : std::nullopt;
}

bool isFor(X509* certificate, std::string host) {
  if (host.size() > 2 && host.front() == '[') {
    host = host.substr(1, host.size() - 2);  // IPv6
  }
  return X509_check_host(certificate, host.c_str(), host.size(), 0, nullptr) == 1 ||
         X509_check_ip_asc(certificate, host.c_str(), 0) == 1;
}

/// CAs for everybody say in their certificates where that of their issuer is to be had (RFC 5280
/// section 4.2.2.1), and never issue with one that clients have.
bool lacksIntermediate(const SSL_CTX& context, X509* certificate) {
  STACK_OF(X509)* chain = nullptr;
  // A macro of OpenSSL that changes nothing.
  SSL_CTX_get0_chain_certs(const_cast<SSL_CTX*>(&context), &chain);
  const X509* const next =
      chain != nullptr && sk_X509_num(chain) > 0 ? sk_X509_value(chain, 0) : nullptr;
  const bool isByAnother =
      X509_NAME_cmp(X509_get_issuer_name(certificate), X509_get_subject_name(certificate)) != 0;
  const bool isNext = next != nullptr && X509_NAME_cmp(X509_get_issuer_name(certificate),
                                                       X509_get_subject_name(next)) == 0;
  return isByAnother && !isNext && X509_get_ext_by_NID(certificate, NID_info_access, -1) >= 0;
}

}  // namespace

TlsContext makeTlsContext(const std::filesystem::path& certificate,
                          const std::filesystem::path& key) {
  const auto demand = [](bool good, const std::string& what) {
    if (!good) {
      ERR_clear_error();
      throw std::runtime_error(what);
    }
  };
  TlsContext made(SSL_CTX_new(TLS_server_method()));
  SSL_CTX* const context = made.get();
  demand(context != nullptr && SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) == 1 &&
             SSL_CTX_set_cipher_list(context, "ECDHE+AESGCM:ECDHE+CHACHA20") == 1 &&
             SSL_CTX_set_num_tickets(context, 0) == 1,  // nothing is resumed
         "OpenSSL refuses the TLS settings");
  SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION |
                                   SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_NO_TICKET);
  SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
  SSL_CTX_set_default_passwd_cb(context, givesNoPassphrase);
  demand(SSL_CTX_use_certificate_chain_file(context, certificate.c_str()) == 1,
         "cannot read the certificate " + certificate.string());
  demand(SSL_CTX_use_PrivateKey_file(context, key.c_str(), SSL_FILETYPE_PEM) == 1,
         "cannot read the key " + key.string() +
             ", or it has a passphrase, or does not belong to the certificate");
  demand(SSL_CTX_check_private_key(context) == 1, "certificate and key do not belong together");
  return made;
}

Seconds certificateEndOf(const SSL_CTX& context) {
  const X509* const certificate = SSL_CTX_get0_certificate(&context);
  const auto end = certificate == nullptr ? std::nullopt : timeOf(X509_get0_notAfter(certificate));
  if (!end) {
    throw std::runtime_error("the certificate of this server has no end");
  }
  return *end;
}

std::vector<std::string> certificateDoubts(const SSL_CTX& context, const std::string& host,
                                           Seconds time) {
  X509* const certificate = SSL_CTX_get0_certificate(&context);
  std::vector<std::string> doubts;
  if (const auto begin = timeOf(X509_get0_notBefore(certificate)); begin && time < *begin) {
    doubts.push_back("it is good from " + rfc3339(*begin) + " on");
  }
  if (const Seconds end = certificateEndOf(context); time > end) {
    doubts.push_back("it was good until " + rfc3339(end));
  }
  if (!isFor(certificate, host)) {
    doubts.push_back("it is not for " + host + ", where clients look for the service (origin)");
  }
  if (lacksIntermediate(context, certificate)) {
    doubts.emplace_back(
        "the certificate of the CA that has issued it does not follow it in its file");
  }
  return doubts;
}

}  // namespace madoguchi::backend
