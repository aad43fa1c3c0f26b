#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "cardreader/simulated/card_pki.h"
#include "forms/registration/registration_form.h"
#include "protocol/authentication_payload.h"
#include "protocol/registration_payload.h"

namespace madoguchi::test {

/// The throw-away PKI that the tests of this folder share; made by whoever needs it first.
simulated::CardPki sharedPki();
std::filesystem::path sharedPkiFolder();
/// Writes the PKI's trust folder into `folder`, and says where it is. That of the shared folder is
/// rewritten by every test that begins.
std::filesystem::path writeTrust(simulated::CardPki& pki, const std::filesystem::path& folder);
/// The card of a demonstration person, with new certificates: serial numbers that no account has.
simulated::CardContents freshCard(const simulated::CardPki& pki, std::string_view person);
/// The same for somebody else on the keys of the demonstration person of that id.
simulated::CardContents freshCard(const simulated::CardPki& pki, const simulated::Person& person);

/// What is signed, with a form that a test can change.
struct DraftPayload {
  forms::Entrance entrance = forms::Entrance::cardHolder;
  forms::Values form;
  std::string nonce;
  std::string origin;
  std::string termsVersion;
  std::string language;
};
std::string toJson(const DraftPayload& payload);

/// A registration before it is signed. A test changes what it wants to see refused.
struct Draft {
  simulated::CardContents card;
  DraftPayload payload;
  std::string idempotencyKey;
  std::string algorithm = "RS256";
  std::string registrationType{protocol::kRegistrationType};
  std::string authenticationType{protocol::kAuthenticationType};
  std::optional<std::string> authenticationNonce = {};   ///< else that of the payload
  std::optional<std::string> authenticationOrigin = {};  ///< else that of the payload
  std::optional<std::string> registrationDigest = {};    ///< else the right one
};

std::string newUuid();
/// base64url of SHA-256.
std::string digestOf(std::string_view text);
/// What the card's certificate fills in, and made-up values for the rest.
forms::Values formOf(const simulated::CardContents& card);
forms::Values agentForm();

/// The compact JWS of a signing input.
std::string signInput(const std::string& input, const simulated::PrivateKey& key);
std::string signJws(std::string_view algorithm, std::string_view type,
                    std::span<const std::uint8_t> certificate, const simulated::PrivateKey& key,
                    std::string_view payload);
std::string registrationJws(const Draft& draft);
std::string authenticationJws(const Draft& draft, std::string_view registration);
/// The body of POST /v1/registrations, signed.
std::string signedBody(const Draft& draft);
/// The same without a card.
std::string plainBody(const DraftPayload& payload);

}  // namespace madoguchi::test
