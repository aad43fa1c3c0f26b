#include "card_holder.h"

#include <openssl/evp.h>
#include <sodium.h>

#include <array>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "cardreader/certificate/certificate.h"
#include "cardreader/simulated/pki_folder.h"
#include "forms/certified/certified_items.h"
#include "protocol/base64.h"
#include "protocol/jws.h"
#include "protocol/strict_json.h"

namespace madoguchi::test {
namespace {

std::span<const std::uint8_t> asBytes(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

}  // namespace

std::filesystem::path sharedPkiFolder() { return MADOGUCHI_TEST_PKI; }

std::filesystem::path writeTrust(simulated::CardPki& pki, const std::filesystem::path& folder) {
  simulated::writePki(pki, folder);
  return folder / "trust";
}

simulated::CardPki sharedPki() { return simulated::openPki(sharedPkiFolder()); }

simulated::CardContents freshCard(const simulated::CardPki& pki, std::string_view person) {
  const simulated::Person* who = simulated::findPerson(person);
  if (who == nullptr) {
    throw std::invalid_argument("no such demonstration person");
  }
  return freshCard(pki, *who);
}

simulated::CardContents freshCard(const simulated::CardPki& pki, const simulated::Person& person) {
  // New certificates on the keys of the kept card: keys take long to make.
  simulated::CardContents card = simulated::cardOf(sharedPkiFolder(), pki, person);
  const auto validity =
      person.certificatesExpired ? simulated::expiredValidity() : simulated::usualValidity();
  if (card.signingKey) {
    card.signingCertificate =
        simulated::issueCertificate(pki.signing, person, validity, card.signingKey).der;
  }
  card.authenticationCertificate =
      simulated::issueCertificate(pki.authentication, person, validity, card.authenticationKey).der;
  return card;
}

std::string digestOf(std::string_view text) {
  std::array<std::uint8_t, crypto_hash_sha256_BYTES> digest{};
  crypto_hash_sha256(digest.data(), asBytes(text).data(), text.size());
  return protocol::base64url(digest);
}

std::string newUuid() {
  std::array<std::uint8_t, 16> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  std::array<char, 33> hex{};
  sodium_bin2hex(hex.data(), hex.size(), bytes.data(), bytes.size());
  std::string text(hex.data());
  for (const std::size_t dash : {8U, 13U, 18U, 23U}) {
    text.insert(dash, 1, '-');
  }
  return text;
}

forms::Values formOf(const simulated::CardContents& card) {
  const auto certificate = certificate::parseCertificate(card.signingCertificate);
  forms::Values form = forms::prefillFromCertificate(certificate.items).values;
  form["phone"] = "0312345678";
  form["email"] = "maria.santos@mail.example";
  form["userClass"] = "foreignNational";
  form["residenceCardNumber"] = "AB12345678CD";
  return form;
}

forms::Values agentForm() {
  return {{"name", "HOUMU TARO"},
          {"sex", "male"},
          {"dateOfBirth", "1970-01-31"},
          {"municipalityCode", "131016"},
          {"addressRest", "霞が関１－１－１"},
          {"phone", "0398765432"},
          {"email", "houmu.taro@office.example"},
          {"userClass", "attorneyOrScrivener"},
          {"agentCertificateNumber", "132010700050"}};
}

std::string signInput(const std::string& input, const simulated::PrivateKey& key) {
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                        &EVP_MD_CTX_free);
  std::vector<std::uint8_t> signature(static_cast<std::size_t>(EVP_PKEY_get_size(key.get())));
  std::size_t length = signature.size();
  if (EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get()) != 1 ||
      EVP_DigestSign(context.get(), signature.data(), &length, asBytes(input).data(),
                     input.size()) != 1) {
    throw std::runtime_error("cannot sign");
  }
  signature.resize(length);
  return protocol::jwsCompact(input, signature);
}

std::string signJws(std::string_view algorithm, std::string_view type,
                    std::span<const std::uint8_t> certificate, const simulated::PrivateKey& key,
                    std::string_view payload) {
  return signInput(protocol::jwsSigningInput(algorithm, type, certificate, payload), key);
}

std::string toJson(const DraftPayload& payload) {
  return protocol::toJson(protocol::RegistrationPayload{
      .entrance = std::string(forms::toString(payload.entrance)),
      .form = protocol::canonicalText(
          {{"answers", payload.form}, {"id", "registration"}, {"version", 1}}),
      .nonce = payload.nonce,
      .origin = payload.origin,
      .termsVersion = payload.termsVersion,
      .language = payload.language});
}

std::string registrationJws(const Draft& draft) {
  return signJws(draft.algorithm, draft.registrationType, draft.card.signingCertificate,
                 draft.card.signingKey, toJson(draft.payload));
}

std::string authenticationJws(const Draft& draft, std::string_view registration) {
  const protocol::AuthenticationPayload payload{
      draft.authenticationNonce.value_or(draft.payload.nonce),
      draft.authenticationOrigin.value_or(draft.payload.origin),
      draft.registrationDigest.value_or(digestOf(registration))};
  return signJws(draft.algorithm, draft.authenticationType, draft.card.authenticationCertificate,
                 draft.card.authenticationKey, toJson(payload));
}

std::string signedBody(const Draft& draft) {
  const std::string registration = registrationJws(draft);
  return nlohmann::json{{"registration", registration},
                        {"authentication", authenticationJws(draft, registration)}}
      .dump();
}

std::string plainBody(const DraftPayload& payload) {
  return nlohmann::json{{"registration", nlohmann::json::parse(toJson(payload))}}.dump();
}

}  // namespace madoguchi::test
