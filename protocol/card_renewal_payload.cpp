#include "protocol/card_renewal_payload.h"

#include "protocol/strict_json.h"

namespace madoguchi::protocol {

std::string toJson(const CardRenewalPayload& payload) {
  return canonicalText({{"authenticationId", payload.authenticationId},
                        {"loginDigest", payload.loginDigest},
                        {"nonce", payload.nonce},
                        {"origin", payload.origin}});
}

std::optional<CardRenewalPayload> cardRenewalPayloadFromJson(std::string_view json) {
  constexpr JsonLimits kLimits = {.bytes = 4'096, .depth = 1};
  auto object = readStrictJson(json, kLimits);
  CardRenewalPayload payload;
  if (!object || !object->is_object() ||
      !takeString(*object, "authenticationId", payload.authenticationId) ||
      !takeString(*object, "loginDigest", payload.loginDigest) ||
      !takeString(*object, "nonce", payload.nonce) ||
      !takeString(*object, "origin", payload.origin) || !object->empty()) {
    return std::nullopt;
  }
  return payload;
}

}  // namespace madoguchi::protocol
