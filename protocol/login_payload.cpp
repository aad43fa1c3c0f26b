#include "protocol/login_payload.h"

#include "protocol/strict_json.h"

namespace madoguchi::protocol {

std::string toJson(const LoginPayload& payload) {
  return canonicalText({{"authenticationId", payload.authenticationId},
                        {"nonce", payload.nonce},
                        {"origin", payload.origin}});
}

std::optional<LoginPayload> loginPayloadFromJson(std::string_view json) {
  constexpr JsonLimits kLimits = {.bytes = 4'096, .depth = 1};
  auto object = readStrictJson(json, kLimits);
  LoginPayload payload;
  if (!object || !object->is_object() ||
      !takeString(*object, "authenticationId", payload.authenticationId) ||
      !takeString(*object, "nonce", payload.nonce) ||
      !takeString(*object, "origin", payload.origin) || !object->empty()) {
    return std::nullopt;
  }
  return payload;
}

}  // namespace madoguchi::protocol
