#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Compact JSON Web Signatures (RFC 7515) with the certificate in x5c. Making and reading only: the
// signature itself is made by the card and checked by the backend.

namespace madoguchi::protocol {

/// What is signed: BASE64URL(header) "." BASE64URL(payload). `algorithm` is "RS256" today.
std::string jwsSigningInput(std::string_view algorithm, std::string_view type,
                            std::span<const std::uint8_t> certificateDer, std::string_view payload);
std::string jwsCompact(std::string_view signingInput, std::span<const std::uint8_t> signature);

struct Jws {
  std::string algorithm;
  std::string type;
  /// Every entry of x5c as bytes, the signer's first. Whether each is a certificate is for whoever
  /// verifies.
  std::vector<std::vector<std::uint8_t>> certificates;
  std::string payload;
  std::string signingInput;
  std::vector<std::uint8_t> signature;
};
/// std::nullopt for anything that is not a compact JWS with alg, typ and x5c, for a repeated header
/// member, for a header with crit, and for an entry of x5c that is not base64.
std::optional<Jws> parseJws(std::string_view compact);

}  // namespace madoguchi::protocol
