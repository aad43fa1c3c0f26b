#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace madoguchi::protocol {

inline constexpr std::string_view kLoginType = "madoguchi-login+jws";

/// What the user-authentication key of a card signs when its owner logs in (backend/openapi.json
/// says the same). The certificate names nobody: whose account it is stands here, so that the
/// signature is good for no other one.
struct LoginPayload {
  std::string authenticationId;
  std::string nonce;   ///< from POST /v1/nonces, base64url
  std::string origin;  ///< of the backend, "https://host[:port]", no trailing slash
};
std::string toJson(const LoginPayload& payload);
/// std::nullopt for anything else, repeated or unknown members included.
std::optional<LoginPayload> loginPayloadFromJson(std::string_view json);

}  // namespace madoguchi::protocol
