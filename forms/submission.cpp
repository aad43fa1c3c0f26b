#include "forms/submission.h"

#include "protocol/json_reading.h"

namespace madoguchi::forms {
namespace {

// The form's longest values add up to about 1 kB; the limit leaves room without inviting work.
constexpr JsonLimits kRegistrationLimits = {.bytes = 16'384, .depth = 2};
constexpr JsonLimits kAuthenticationLimits = {.bytes = 4'096, .depth = 1};

/// No exception for text that is not UTF-8: such text is not signed, it is refused by the rules
/// first.
std::string dump(const nlohmann::json& value) {
  return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

bool takeForm(nlohmann::json& object, FormValues& form) {
  const auto member = object.find("form");
  if (member == object.end() || !member->is_object()) {
    return false;
  }
  for (const auto& [id, value] : member->items()) {
    if (!value.is_string()) {
      return false;
    }
    form.emplace(id, value.get<std::string>());
  }
  object.erase(member);
  return true;
}

}  // namespace

std::string toJson(const RegistrationPayload& payload) {
  // nlohmann::json keeps members sorted by name.
  return dump({{"entrance", toString(payload.entrance)},
               {"form", payload.form},
               {"language", payload.language},
               {"nonce", payload.nonce},
               {"origin", payload.origin},
               {"termsVersion", payload.termsVersion}});
}

std::optional<RegistrationPayload> registrationPayloadFromJson(std::string_view json) {
  auto object = readStrictJson(json, kRegistrationLimits);
  RegistrationPayload payload;
  std::string entrance;
  if (!object || !object->is_object() || !takeString(*object, "entrance", entrance) ||
      !fromString(entrance, payload.entrance) || !takeForm(*object, payload.form) ||
      !takeString(*object, "language", payload.language) ||
      !takeString(*object, "nonce", payload.nonce) ||
      !takeString(*object, "origin", payload.origin) ||
      !takeString(*object, "termsVersion", payload.termsVersion) || !object->empty()) {
    return std::nullopt;
  }
  return payload;
}

std::string toJson(const AuthenticationPayload& payload) {
  return dump({{"nonce", payload.nonce},
               {"origin", payload.origin},
               {"registrationDigest", payload.registrationDigest}});
}

std::optional<AuthenticationPayload> authenticationPayloadFromJson(std::string_view json) {
  auto object = readStrictJson(json, kAuthenticationLimits);
  AuthenticationPayload payload;
  if (!object || !object->is_object() || !takeString(*object, "nonce", payload.nonce) ||
      !takeString(*object, "origin", payload.origin) ||
      !takeString(*object, "registrationDigest", payload.registrationDigest) || !object->empty()) {
    return std::nullopt;
  }
  return payload;
}

}  // namespace madoguchi::forms
