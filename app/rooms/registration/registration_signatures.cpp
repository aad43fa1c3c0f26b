#include "app/rooms/registration/registration_signatures.h"

#include <nlohmann/json.hpp>
#include <string_view>

#include "app/server/signed_text.h"
#include "cardreader/digest_info.h"
#include "protocol/authentication_payload.h"
#include "protocol/jws.h"
#include "protocol/registration_payload.h"

namespace madoguchi::app {
namespace {

std::string registrationInput(const RegistrationToSign& what) {
  return protocol::jwsSigningInput("RS256", protocol::kRegistrationType, what.signingCertificate,
                                   what.payload);
}

std::string registrationJws(const RegistrationToSign& what, const Signature& signature) {
  return protocol::jwsCompact(registrationInput(what), signature);
}

std::string authenticationInput(const RegistrationToSign& what, const Signature& registration) {
  const std::string payload = protocol::toJson(protocol::AuthenticationPayload{
      what.nonce, what.origin, digestOf(registrationJws(what, registration))});
  return protocol::jwsSigningInput("RS256", protocol::kAuthenticationType,
                                   what.authenticationCertificate, payload);
}

}  // namespace

std::vector<SignatureStep> signatureSteps(const RegistrationToSign& what) {
  return {{card::KeyPair::signing,
           [what](std::span<const Signature> /*before*/) {
             return card::sha256DigestInfoOf(bytesOf(registrationInput(what)));
           }},
          {card::KeyPair::authentication, [what](std::span<const Signature> before) {
             return card::sha256DigestInfoOf(bytesOf(authenticationInput(what, before.front())));
           }}};
}

std::string signedRequest(const RegistrationToSign& what, std::span<const Signature> signatures) {
  const Signature& registration = signatures.front();
  return nlohmann::json{
      {"registration", registrationJws(what, registration)},
      {"authentication",
       protocol::jwsCompact(authenticationInput(what, registration), signatures.back())}}
      .dump();
}

}  // namespace madoguchi::app
