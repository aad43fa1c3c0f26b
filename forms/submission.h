#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "forms/engine/registration_form.h"

// What the two signatures of a registration are made over (backend/openapi.json says the same).

namespace madoguchi::forms {

inline constexpr std::string_view kRegistrationType = "madoguchi-registration+jws";
inline constexpr std::string_view kAuthenticationType = "madoguchi-authentication+jws";

/// Of the terms of use that the program shows, and that the backend accepts where its operator
/// names no other.
inline constexpr std::string_view kTermsVersion = "2026-11-01";

struct RegistrationPayload {
  Entrance entrance = Entrance::cardHolder;
  FormValues form;           ///< visible fields without emailConfirmation and termsAccepted
  std::string nonce;         ///< from POST /v1/nonces, base64url
  std::string origin;        ///< of the backend, "https://host[:port]", no trailing slash
  std::string termsVersion;  ///< that the person agreed to
  std::string language;      ///< "ja", "easy" or "en": of the mail
};
/// Canonical JSON: {"entrance":…,"form":{…},"language":…,"nonce":…,"origin":…,"termsVersion":…}
std::string toJson(const RegistrationPayload& payload);
/// std::nullopt for anything else, repeated or unknown members included.
std::optional<RegistrationPayload> registrationPayloadFromJson(std::string_view json);

struct AuthenticationPayload {
  std::string nonce;
  std::string origin;
  std::string
      registrationDigest;  ///< base64url of SHA-256 over the registration JWS, which it binds
};
std::string toJson(const AuthenticationPayload& payload);
std::optional<AuthenticationPayload> authenticationPayloadFromJson(std::string_view json);

}  // namespace madoguchi::forms
