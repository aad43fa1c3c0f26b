#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace madoguchi::protocol {

inline constexpr std::string_view kAuthenticationType = "madoguchi-authentication+jws";

/// What the user-authentication key of a card signs at a registration (backend/openapi.json says
/// the same).
struct AuthenticationPayload {
  std::string nonce;
  std::string origin;
  /// base64url of SHA-256 over the registration JWS, which it binds.
  std::string registrationDigest;
};
std::string toJson(const AuthenticationPayload& payload);
/// std::nullopt for anything else, repeated or unknown members included.
std::optional<AuthenticationPayload> authenticationPayloadFromJson(std::string_view json);

}  // namespace madoguchi::protocol
