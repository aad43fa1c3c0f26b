#pragma once

#include <openssl/ssl.h>

#include <filesystem>

namespace madoguchi::backend {

/// TLS 1.2 and later with forward secrecy and authenticated encryption only. Throws
/// std::runtime_error where certificate or key cannot be read, or do not belong together.
void setUpTls(SSL_CTX& context, const std::filesystem::path& certificate,
              const std::filesystem::path& key);

}  // namespace madoguchi::backend
