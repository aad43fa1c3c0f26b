// Any bytes as a registration at the backend, database and trust folder included. The first byte
// chooses: even, the rest is the whole body; odd, it is what a card signs, with a good signature.
#include <openssl/evp.h>

#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "backend/core/encoding.h"
#include "backend/core/structured_log.h"
#include "backend/rooms/registration/registration_service.h"
#include "backend/rooms/registration/registration_store.h"
#include "backend/storage/soci.h"
#include "backend/storage/storage.h"
#include "cardreader/simulated/pki_folder.h"
#include "forms/certified/certified_items.h"
#include "forms/engine/answers_json.h"
#include "forms/engine/japan_day.h"
#include "forms/registration/registration_form.h"
#include "protocol/authentication_payload.h"
#include "protocol/base64.h"
#include "protocol/jws.h"
#include "protocol/registration_payload.h"
#include "protocol/terms_version.h"
#include "tests/fuzz/check.h"
#include "tests/support/temporary_folder.h"

namespace {

using namespace madoguchi;
using fuzz::check;

constexpr std::string_view kOrigin = "https://localhost";
constexpr std::string_view kKey = "00000000-0000-4000-8000-000000000000";
const std::string kNonce(43, 'A');  // where the corpus has a nonce

struct Backend {
  test::TemporaryFolder folder;
  simulated::CardPki pki = simulated::openPki(folder.path());
  simulated::CardContents card = simulated::issueCard(pki, *simulated::findPerson("maria"));
  backend::StructuredLog log{(folder.path() / "log").string()};
  backend::TrustStore trust{folder.path() / "trust", log};
  backend::Storage storage{"sqlite3://db=" + (folder.path() / "fuzz.db").string()};
  backend::Nonces nonces{storage};
  backend::RegistrationService service{
      storage, trust, nonces, {std::string(kOrigin), {std::string(protocol::kTermsVersion)}}};

  /// The text with a good nonce where it has the one of the corpus.
  static std::string withNonce(std::string text, const std::string& nonce) {
    for (std::size_t at = text.find(kNonce); at != std::string::npos; at = text.find(kNonce, at)) {
      text.replace(at, kNonce.size(), nonce);
    }
    return text;
  }
  void forgetAccounts() {
    storage.write(soon(), [](backend::Transaction& transaction) {
      for (const char* table : {"outbox", "idempotency", "links", "accounts", "used_nonces"}) {
        transaction.session() << std::string("DELETE FROM ") + table;
      }
    });
  }
  static backend::Deadline soon() { return backend::deadlineIn(std::chrono::minutes(1)); }
};

std::string sign(std::string_view type, std::span<const std::uint8_t> certificate,
                 const simulated::PrivateKey& key, std::string_view payload) {
  const std::string input = protocol::jwsSigningInput("RS256", type, certificate, payload);
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                        &EVP_MD_CTX_free);
  std::vector<std::uint8_t> signature(256);
  std::size_t length = signature.size();
  check(EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get()) == 1 &&
        EVP_DigestSign(context.get(), signature.data(), &length, backend::asBytes(input).data(),
                       input.size()) == 1);
  return protocol::jwsCompact(input, signature);
}

std::string signedBody(const simulated::CardContents& card, const std::string& nonce,
                       std::string_view payload) {
  const std::string registration =
      sign(protocol::kRegistrationType, card.signingCertificate, card.signingKey, payload);
  const protocol::AuthenticationPayload second{
      nonce, std::string(kOrigin),
      protocol::base64url(backend::sha256(backend::asBytes(registration)))};
  const std::string authentication =
      sign(protocol::kAuthenticationType, card.authenticationCertificate, card.authenticationKey,
           protocol::toJson(second));
  return nlohmann::json{{"registration", registration}, {"authentication", authentication}}.dump();
}

/// What the backend accepted holds against the rules and against the certificate.
void judgeAccepted(std::string_view payloadText, const simulated::CardContents* card) {
  const auto payload = protocol::registrationPayloadFromJson(payloadText);
  check(payload.has_value());
  const auto& form = forms::registrationForm();
  const auto answers = forms::answersFrom(form, payload->form);
  forms::Entrance entrance{};
  check(answers.has_value() && forms::fromString(payload->entrance, entrance));
  const auto facts = forms::registrationFacts(entrance, forms::dayInJapan(backend::now()));
  check(forms::judge(form, *answers, facts, {.submittedOnly = true}).empty());
  check(forms::answeredUnasked(form, *answers, facts).empty());
  check((entrance == forms::Entrance::cardHolder) == (card != nullptr));
  if (card != nullptr) {
    const auto certificate = certificate::parseCertificate(card->signingCertificate);
    check(forms::matchesCertificate(answers->values, certificate.items));
  }
}

Backend& sharedBackend() {
  static Backend backend;
  return backend;
}

}  // namespace

// The time for making keys is none that an input takes.
extern "C" int LLVMFuzzerInitialize(int* /*count*/, char*** /*arguments*/) {
  sharedBackend();
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Backend& backend = sharedBackend();
  if (size == 0) {
    return 0;
  }
  const std::string nonce = backend.service.issueNonce(Backend::soon()).value;
  const std::string text = Backend::withNonce({data + 1, data + size}, nonce);
  const bool withCard = (data[0] & 1U) != 0;
  const std::string body = withCard ? signedBody(backend.card, nonce, text) : text;
  const auto outcome = backend.service.registerPerson(body, kKey, Backend::soon());
  if (std::holds_alternative<backend::Registered>(outcome)) {
    judgeAccepted(withCard ? text : nlohmann::json::parse(body).at("registration").dump(),
                  withCard ? &backend.card : nullptr);
    backend.forgetAccounts();
  } else {
    const auto& refusal = std::get<protocol::Refusal>(outcome);
    check(refusal.reason != protocol::Reason::internal);
    check(nlohmann::json::accept(protocol::toJson(refusal, "0")));
  }
  return 0;
}
