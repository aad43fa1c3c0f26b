#include "protocol/registration_payload.h"

#include <stdexcept>

#include "protocol/strict_json.h"

namespace madoguchi::protocol {
namespace {

// The form's longest values add up to about 1 kB; the limit leaves room without inviting work. A
// form is at most six deep.
constexpr JsonLimits kRegistrationLimits = {.bytes = 16'384, .depth = 7};

}  // namespace

std::string toJson(const RegistrationPayload& payload) {
  const auto form = nlohmann::json::parse(payload.form, nullptr, /*allow_exceptions=*/false);
  if (!form.is_object()) {
    throw std::invalid_argument("a form that is no JSON object cannot be signed");
  }
  return canonicalText({{"entrance", payload.entrance},
                        {"form", form},
                        {"language", payload.language},
                        {"nonce", payload.nonce},
                        {"origin", payload.origin},
                        {"termsVersion", payload.termsVersion}});
}

std::optional<RegistrationPayload> registrationPayloadFromJson(std::string_view json) {
  auto object = readStrictJson(json, kRegistrationLimits);
  if (!object || !object->is_object()) {
    return std::nullopt;
  }
  RegistrationPayload payload;
  const auto form = object->find("form");
  if (form == object->end() || !form->is_object()) {
    return std::nullopt;
  }
  payload.form = canonicalText(*form);
  object->erase(form);
  if (!takeString(*object, "entrance", payload.entrance) ||
      !takeString(*object, "language", payload.language) ||
      !takeString(*object, "nonce", payload.nonce) ||
      !takeString(*object, "origin", payload.origin) ||
      !takeString(*object, "termsVersion", payload.termsVersion) || !object->empty()) {
    return std::nullopt;
  }
  return payload;
}

}  // namespace madoguchi::protocol
