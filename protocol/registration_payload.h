#pragma once

#include <optional>
#include <string>
#include <string_view>

// What the signing key of a card signs at a registration, and what is sent without a card
// (backend/openapi.json says the same).

namespace madoguchi::protocol {

inline constexpr std::string_view kRegistrationType = "madoguchi-registration+jws";

struct RegistrationPayload {
  std::string entrance;      ///< "cardHolder", ...
  std::string form;          ///< a JSON object; what stands in it is for the form to say
  std::string nonce;         ///< from POST /v1/nonces, base64url
  std::string origin;        ///< of the backend, "https://host[:port]", no trailing slash
  std::string termsVersion;  ///< that the person agreed to
  std::string language;      ///< a tag of languages(): of the mail
};
/// Canonical JSON: {"entrance":…,"form":{…},"language":…,"nonce":…,"origin":…,"termsVersion":…}.
/// Throws std::invalid_argument where `form` is no JSON object.
std::string toJson(const RegistrationPayload& payload);
/// std::nullopt for anything else, repeated or unknown members included. `form` comes with its
/// members sorted and without blanks.
std::optional<RegistrationPayload> registrationPayloadFromJson(std::string_view json);

}  // namespace madoguchi::protocol
