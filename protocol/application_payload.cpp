#include "protocol/application_payload.h"

#include <stdexcept>

#include "protocol/strict_json.h"

namespace madoguchi::protocol {
namespace {

// The largest application is 128 KiB, and six levels deep.
constexpr JsonLimits kApplicationLimits = {.bytes = 135'168, .depth = 7};

}  // namespace

std::string toJson(const ApplicationPayload& payload) {
  const auto application =
      nlohmann::json::parse(payload.application, nullptr, /*allow_exceptions=*/false);
  if (!application.is_object()) {
    throw std::invalid_argument("an application that is no JSON object cannot be signed");
  }
  return canonicalText({{"application", application},
                        {"draft", payload.draft},
                        {"nonce", payload.nonce},
                        {"origin", payload.origin}});
}

std::optional<ApplicationPayload> applicationPayloadFromJson(std::string_view json) {
  auto object = readStrictJson(json, kApplicationLimits);
  if (!object || !object->is_object() || !(*object)["application"].is_object()) {
    return std::nullopt;
  }
  ApplicationPayload payload;
  payload.application = canonicalText((*object)["application"]);
  object->erase("application");
  if (!takeString(*object, "draft", payload.draft) ||
      !takeString(*object, "nonce", payload.nonce) ||
      !takeString(*object, "origin", payload.origin) || !object->empty()) {
    return std::nullopt;
  }
  return payload;
}

}  // namespace madoguchi::protocol
