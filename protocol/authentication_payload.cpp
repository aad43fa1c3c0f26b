#include "protocol/authentication_payload.h"

#include "protocol/strict_json.h"

namespace madoguchi::protocol {

std::string toJson(const AuthenticationPayload& payload) {
  return canonicalText({{"nonce", payload.nonce},
                        {"origin", payload.origin},
                        {"registrationDigest", payload.registrationDigest}});
}

std::optional<AuthenticationPayload> authenticationPayloadFromJson(std::string_view json) {
  constexpr JsonLimits kLimits = {.bytes = 4'096, .depth = 1};
  auto object = readStrictJson(json, kLimits);
  AuthenticationPayload payload;
  if (!object || !object->is_object() || !takeString(*object, "nonce", payload.nonce) ||
      !takeString(*object, "origin", payload.origin) ||
      !takeString(*object, "registrationDigest", payload.registrationDigest) || !object->empty()) {
    return std::nullopt;
  }
  return payload;
}

}  // namespace madoguchi::protocol
