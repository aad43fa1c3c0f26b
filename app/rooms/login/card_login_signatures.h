#pragma once

#include <span>
#include <string>
#include <vector>

#include "app/card/card_work.h"

// What the card signs at a login, and the request that is made of it.

namespace madoguchi::app {

struct LoginToSign {
  std::string authenticationId;
  std::string nonce;
  std::string origin;
  std::vector<std::uint8_t> authenticationCertificate;  ///< DER
  /// DER, where the card is new to the account; empty otherwise.
  std::vector<std::uint8_t> signingCertificate = {};
};
/// One with the user-authentication key; a renewal binds it with the signing key.
std::vector<SignatureStep> loginSteps(const LoginToSign& what);
/// The body of POST /v1/card-sessions.
std::string cardLoginRequest(const LoginToSign& what, std::span<const Signature> signatures);

}  // namespace madoguchi::app
