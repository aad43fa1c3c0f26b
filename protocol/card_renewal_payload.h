#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace madoguchi::protocol {

inline constexpr std::string_view kCardRenewalType = "madoguchi-card-renewal+jws";

/// What the signing key signs beside a login with a card that the account does not know yet, as
/// after a renewal (backend/openapi.json says the same).
struct CardRenewalPayload {
  std::string authenticationId;
  std::string loginDigest;  ///< base64url of SHA-256 over the login's JWS, which it binds
  std::string nonce;
  std::string origin;
};
std::string toJson(const CardRenewalPayload& payload);
/// std::nullopt for anything else, repeated or unknown members included.
std::optional<CardRenewalPayload> cardRenewalPayloadFromJson(std::string_view json);

}  // namespace madoguchi::protocol
