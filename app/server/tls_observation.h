#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

// What certificates the other side of a TLS connection shows, accepted or not.

struct ssl_ctx_st;

namespace madoguchi::app {

/// A server's or a CA's certificate, as the self-check reports it.
struct CertificateSeen {
  std::string subject;  ///< RFC 2253
  std::string sha256;   ///< of the DER, hexadecimal capitals
  bool operator==(const CertificateSeen&) const = default;
};

struct TlsSeen {
  std::vector<CertificateSeen> chain;     ///< as the server sent it, its own first
  std::optional<CertificateSeen> anchor;  ///< the trusted CA at which the check arrived
};

/// Lets `context` write what it sees into `seen`, which must outlive it. The check itself stays
/// OpenSSL's.
void observe(ssl_ctx_st* context, TlsSeen& seen);

/// The certificates in a PEM file; empty where it cannot be read or holds none.
std::vector<CertificateSeen> certificatesIn(const std::filesystem::path& pemFile);

}  // namespace madoguchi::app
