#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Compact JSON Web Signatures (RFC 7515) with the certificate in x5c. Making and reading only: the
// signature itself is made by the card and checked by the backend.

namespace madoguchi::forms {

std::string base64url(std::span<const std::uint8_t> bytes);
/// std::nullopt where the text is not unpadded base64url.
std::optional<std::vector<std::uint8_t>> fromBase64url(std::string_view text);

/// What is signed: BASE64URL(header) "." BASE64URL(payload). `algorithm` is "RS256" today.
std::string jwsSigningInput(std::string_view algorithm, std::string_view type,
                            std::span<const std::uint8_t> certificateDer, std::string_view payload);
std::string jwsCompact(std::string_view signingInput, std::span<const std::uint8_t> signature);

struct Jws {
  std::string algorithm;
  std::string type;
  std::vector<std::uint8_t> certificateDer;  ///< the first of x5c
  std::string payload;
  std::string signingInput;
  std::vector<std::uint8_t> signature;
};
/// std::nullopt for anything that is not a compact JWS with alg, typ and x5c, for a repeated header
/// member, and for a header with crit.
std::optional<Jws> parseJws(std::string_view compact);

}  // namespace madoguchi::forms
