#pragma once

#include <openssl/ssl.h>

#include <filesystem>
#include <memory>

namespace madoguchi::backend {

struct FreeTlsContext {
  void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
};
using TlsContext = std::unique_ptr<SSL_CTX, FreeTlsContext>;

/// TLS 1.2 and later with forward secrecy and authenticated encryption only. Throws
/// std::runtime_error where certificate or key cannot be read, or do not belong together.
TlsContext makeTlsContext(const std::filesystem::path& certificate,
                          const std::filesystem::path& key);

}  // namespace madoguchi::backend
