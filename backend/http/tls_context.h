#pragma once

#include <openssl/ssl.h>

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "backend/core/encoding.h"

namespace madoguchi::backend {

struct FreeTlsContext {
  void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
};
using TlsContext = std::unique_ptr<SSL_CTX, FreeTlsContext>;

/// TLS 1.2 and later with forward secrecy and authenticated encryption only. Throws
/// std::runtime_error where certificate or key cannot be read, or do not belong together. Asks
/// nobody for a passphrase: a key that has one cannot be read.
TlsContext makeTlsContext(const std::filesystem::path& certificate,
                          const std::filesystem::path& key);

/// When the certificate in it ends.
Seconds certificateEndOf(const SSL_CTX& context);

/// Why clients will not trust it, in words for the log, as far as it can be seen here; `host` is
/// where they look for the service. Empty: nothing is known.
std::vector<std::string> certificateDoubts(const SSL_CTX& context, const std::string& host,
                                           Seconds time);

/// What new connections begin with. Those that have begun keep theirs. Thread-safe.
class CurrentTls {
 public:
  explicit CurrentTls(TlsContext context) : m_context(std::move(context)) {}

  [[nodiscard]] std::shared_ptr<SSL_CTX> now() const {
    const std::lock_guard lock(m_mutex);
    return m_context;
  }
  void replace(TlsContext context) {
    const std::lock_guard lock(m_mutex);
    m_context = std::move(context);
  }

 private:
  mutable std::mutex m_mutex;
  std::shared_ptr<SSL_CTX> m_context;
};

}  // namespace madoguchi::backend
