#include "backend/http/tls_context.h"

#include <openssl/err.h>
#include <openssl/x509.h>

#include <ctime>
#include <stdexcept>
#include <string>

namespace madoguchi::backend {

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
  demand(SSL_CTX_use_certificate_chain_file(context, certificate.c_str()) == 1,
         "cannot read the certificate " + certificate.string());
  demand(SSL_CTX_use_PrivateKey_file(context, key.c_str(), SSL_FILETYPE_PEM) == 1,
         "cannot read the key " + key.string() + ", or it does not belong to the certificate");
  demand(SSL_CTX_check_private_key(context) == 1, "certificate and key do not belong together");
  return made;
}

Seconds certificateEndOf(const SSL_CTX& context) {
  const X509* const certificate = SSL_CTX_get0_certificate(&context);
  std::tm end{};
  if (certificate == nullptr || ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &end) != 1) {
    throw std::runtime_error("the certificate of this server has no end");
  }
  return Seconds(std::chrono::seconds(timegm(&end)));
}

}  // namespace madoguchi::backend
