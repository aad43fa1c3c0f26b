#include "app/rooms/registration/registration_signatures.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <nlohmann/json.hpp>
#include <string_view>

#include "cardreader/digest_info.h"
#include "protocol/authentication_payload.h"
#include "protocol/base64.h"
#include "protocol/jws.h"
#include "protocol/registration_payload.h"

namespace madoguchi::app {
namespace {

std::span<const std::uint8_t> bytesOf(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

std::string digestOf(std::string_view text) {
  const QByteArray digest = QCryptographicHash::hash(
      QByteArrayView(text.data(), static_cast<qsizetype>(text.size())), QCryptographicHash::Sha256);
  return protocol::base64url(bytesOf(digest.toStdString()));
}

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
