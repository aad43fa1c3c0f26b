#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "app/card/card_work.h"

namespace madoguchi::app {

/// What the card signs of a registration: the form with the signing key, then, as the proof that
/// its owner is there, that signature with the user-authentication key.
struct RegistrationToSign {
  std::string payload;  ///< protocol::RegistrationPayload as JSON
  std::string nonce;
  std::string origin;
  std::vector<std::uint8_t> signingCertificate;  ///< DER
  std::vector<std::uint8_t> authenticationCertificate;
};

std::vector<SignatureStep> signatureSteps(const RegistrationToSign& what);
/// The request with both compact JWS. `signatures` are those of signatureSteps().
std::string signedRequest(const RegistrationToSign& what, std::span<const Signature> signatures);

}  // namespace madoguchi::app
