#pragma once

#include <optional>
#include <string>
#include <string_view>

// What the signing key of a card signs when an application is filed (backend/openapi.json says the
// same).

namespace madoguchi::protocol {

inline constexpr std::string_view kApplicationType = "madoguchi-application+jws";

struct ApplicationPayload {
  std::string application = {};  ///< the canonical JSON of the form, with the digests of all files
  std::string draft = {};        ///< id of the draft that is filed
  std::string nonce = {};        ///< from POST /v1/nonces, base64url
  std::string origin = {};       ///< of the service, "https://host[:port]", no trailing slash
};
/// Canonical JSON: {"application":{…},"draft":…,"nonce":…,"origin":…}. Throws std::invalid_argument
/// where `application` is no JSON object.
std::string toJson(const ApplicationPayload& payload);
/// std::nullopt for anything else, repeated or unknown members included. `application` comes with
/// its members sorted and without blanks.
std::optional<ApplicationPayload> applicationPayloadFromJson(std::string_view json);

}  // namespace madoguchi::protocol
