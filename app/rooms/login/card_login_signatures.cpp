#include "app/rooms/login/card_login_signatures.h"

#include <nlohmann/json.hpp>
#include <string_view>

#include "app/server/signed_text.h"
#include "cardreader/digest_info.h"
#include "protocol/card_renewal_payload.h"
#include "protocol/jws.h"
#include "protocol/login_payload.h"

namespace madoguchi::app {
namespace {

std::string loginInput(const LoginToSign& what) {
  return protocol::jwsSigningInput(
      "RS256", protocol::kLoginType, what.authenticationCertificate,
      protocol::toJson(protocol::LoginPayload{what.authenticationId, what.nonce, what.origin}));
}

std::string loginJws(const LoginToSign& what, const Signature& login) {
  return protocol::jwsCompact(loginInput(what), login);
}

std::string renewalInput(const LoginToSign& what, const Signature& login) {
  const protocol::CardRenewalPayload payload{what.authenticationId, digestOf(loginJws(what, login)),
                                             what.nonce, what.origin};
  return protocol::jwsSigningInput("RS256", protocol::kCardRenewalType, what.signingCertificate,
                                   protocol::toJson(payload));
}

}  // namespace

std::vector<SignatureStep> loginSteps(const LoginToSign& what) {
  std::vector<SignatureStep> steps = {
      {card::KeyPair::authentication, [what](std::span<const Signature> /*before*/) {
         return card::sha256DigestInfoOf(bytesOf(loginInput(what)));
       }}};
  if (!what.signingCertificate.empty()) {
    steps.push_back({card::KeyPair::signing, [what](std::span<const Signature> before) {
                       return card::sha256DigestInfoOf(bytesOf(renewalInput(what, before.front())));
                     }});
  }
  return steps;
}

std::string cardLoginRequest(const LoginToSign& what, std::span<const Signature> signatures) {
  nlohmann::json body = {{"login", loginJws(what, signatures.front())}};
  if (!what.signingCertificate.empty()) {
    body["renewal"] =
        protocol::jwsCompact(renewalInput(what, signatures.front()), signatures.back());
  }
  return body.dump();
}

}  // namespace madoguchi::app
