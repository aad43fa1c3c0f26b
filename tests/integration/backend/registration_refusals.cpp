#include <nlohmann/json.hpp>

#include "cardreader/certificate/certificate.h"
#include "protocol/base64.h"
#include "refusals.h"

namespace madoguchi::test {
namespace {

using Attempt = std::function<Response(BackendUnderTest&, HttpClient&)>;

/// A draft of Maria's that would be accepted, changed.
Attempt changed(std::function<void(Draft&, BackendUnderTest&)> change) {
  return [change = std::move(change)](BackendUnderTest& backend, HttpClient& client) {
    Draft draft = backend.draft(client);
    change(draft, backend);
    return backend.submit(client, draft);
  };
}

Attempt withForm(std::function<void(forms::Values&)> change) {
  return changed([change = std::move(change)](Draft& draft, BackendUnderTest&) {
    change(draft.payload.form);
  });
}

std::string serialOf(const std::vector<std::uint8_t>& der) {
  return certificate::parseCertificate(der).serialHex;
}

std::string encoded(std::string_view text) {
  return protocol::base64url({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

/// The second part of the registration JWS replaced after signing.
Response tamper(BackendUnderTest& backend, HttpClient& client) {
  const Draft draft = backend.draft(client);
  std::string registration = registrationJws(draft);
  DraftPayload other = draft.payload;
  other.form["phone"] = "0311112222";
  const std::string json = toJson(other);
  const std::size_t first = registration.find('.');
  const std::size_t second = registration.find('.', first + 1);
  registration.replace(first + 1, second - first - 1, encoded(json));
  const nlohmann::json body = {{"registration", registration},
                               {"authentication", authenticationJws(draft, registration)}};
  return backend.post(client, draft.idempotencyKey, body.dump());
}

/// Well signed, with a header and a payload of the test's own making.
Attempt signedAs(std::function<std::string(const std::string& header)> header,
                 std::function<std::string(const std::string& payload)> payload) {
  return [=](BackendUnderTest& backend, HttpClient& client) {
    const Draft draft = backend.draft(client);
    const nlohmann::json usual = {{"alg", draft.algorithm},
                                  {"typ", draft.registrationType},
                                  {"x5c", {protocol::base64(draft.card.signingCertificate)}}};
    const std::string registration =
        signInput(encoded(header(usual.dump())) + '.' + encoded(payload(toJson(draft.payload))),
                  draft.card.signingKey);
    const nlohmann::json body = {{"registration", registration},
                                 {"authentication", authenticationJws(draft, registration)}};
    return backend.post(client, draft.idempotencyKey, body.dump());
  };
}

std::string asItIs(const std::string& text) { return text; }

/// `more` behind the signer's certificate.
Attempt withSecondCertificate(const std::string& more) {
  return signedAs(
      [=](const std::string& usual) {
        nlohmann::json header = nlohmann::json::parse(usual);
        header["x5c"].push_back(more);
        return header.dump();
      },
      asItIs);
}

std::string withNul(const std::string& text) { return text + std::string("\0{}", 3); }

Response breakSignature(BackendUnderTest& backend, HttpClient& client, const char* member) {
  const Draft draft = backend.draft(client);
  nlohmann::json body = nlohmann::json::parse(signedBody(draft));
  std::string jws = body[member];
  // A character in the middle of the signature: the last one may hold unused bits.
  char& middle = jws[jws.rfind('.') + 100];
  middle = middle == 'A' ? 'B' : 'A';
  body[member] = jws;
  return backend.post(client, draft.idempotencyKey, body.dump());
}

/// The registration is signed by the authentication key with its certificate, and the other way
/// round.
void swapCertificates(Draft& draft, BackendUnderTest&) {
  std::swap(draft.card.signingCertificate, draft.card.authenticationCertificate);
  std::swap(draft.card.signingKey, draft.card.authenticationKey);
}

Response replayNonce(BackendUnderTest& backend, HttpClient& client) {
  const Draft first = backend.draft(client);
  backend.submit(client, first);
  Draft second = backend.draft(client, "alias");
  second.payload.nonce = first.payload.nonce;
  return backend.submit(client, second);
}

Response sameCertificateAgain(BackendUnderTest& backend, HttpClient& client) {
  Draft draft = backend.draft(client);
  backend.submit(client, draft);
  draft.payload.nonce = nonceFrom(client);
  draft.idempotencyKey = newUuid();
  return backend.submit(client, draft);
}

Response otherFormUnderSameKey(BackendUnderTest& backend, HttpClient& client) {
  Draft draft = backend.draft(client);
  backend.submit(client, draft);
  draft.payload.nonce = nonceFrom(client);
  draft.payload.form["phone"] = "0399998888";
  return backend.submit(client, draft);
}

const simulated::Person& maria() { return *simulated::findPerson("maria"); }

void unknownAuthority(Draft& draft, BackendUnderTest&) {
  // It has the same name as the known one: only its signature tells it apart.
  const auto stranger = simulated::makeAuthority(simulated::Usage::signing);
  draft.card.signingCertificate =
      simulated::issueCertificate(stranger, maria(), simulated::usualValidity(),
                                  draft.card.signingKey)
          .der;
}

void unknownAuthenticationAuthority(Draft& draft, BackendUnderTest&) {
  const auto stranger = simulated::makeAuthority(simulated::Usage::authentication);
  draft.card.authenticationCertificate =
      simulated::issueCertificate(stranger, maria(), simulated::usualValidity(),
                                  draft.card.authenticationKey)
          .der;
}

void revokeSigning(Draft& draft, BackendUnderTest& backend) {
  auto& authority = backend.pki().signing;
  simulated::revoke(authority, serialOf(draft.card.signingCertificate));
  backend.writeCrl(authority, simulated::makeCrl(authority));
}

void revokeAuthentication(Draft& draft, BackendUnderTest& backend) {
  auto& authority = backend.pki().authentication;
  simulated::revoke(authority, serialOf(draft.card.authenticationCertificate));
  backend.writeCrl(authority, simulated::makeCrl(authority));
}

void staleList(Draft&, BackendUnderTest& backend) {
  auto& authority = backend.pki().signing;
  backend.writeCrl(authority, simulated::makeCrl(authority, std::chrono::minutes(30)));
}

void listOfAStranger(Draft&, BackendUnderTest& backend) {
  auto stranger = simulated::makeAuthority(simulated::Usage::signing);
  backend.writeCrl(backend.pki().signing, simulated::makeCrl(stranger));
}

void noList(Draft&, BackendUnderTest& backend) {
  std::filesystem::remove(backend.trust() / "crl" / "signing.pem");
}

void expireAuthentication(Draft& draft, BackendUnderTest& backend) {
  draft.card.authenticationCertificate =
      simulated::issueCertificate(backend.pki().authentication, maria(),
                                  simulated::expiredValidity(), draft.card.authenticationKey)
          .der;
}

/// Later than clocks differ; a test of the trust folder has the minutes.
simulated::Validity nextYear() {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  return {now + std::chrono::days(365), now + std::chrono::days(730)};
}

}  // namespace

std::vector<Refusal> registrationRefusals() {
  const auto set = [](const char* field, const char* value) {
    return withForm([=](forms::Values& form) { form[field] = value; });
  };
  return {
      {"BrokenRegistrationSignature", 422, "signatureInvalid",
       [](auto& backend, auto& client) { return breakSignature(backend, client, "registration"); }},
      {"BrokenAuthenticationSignature", 422, "signatureInvalid",
       [](auto& backend, auto& client) {
         return breakSignature(backend, client, "authentication");
       }},
      {"TamperedForm", 422, "signatureInvalid", tamper},
      {"SwappedTypes", 422, "signatureInvalid",
       changed([](Draft& d, auto&) { std::swap(d.registrationType, d.authenticationType); })},
      {"AlgorithmNone", 422, "signatureInvalid",
       changed([](Draft& d, auto&) { d.algorithm = "none"; })},
      {"AlgorithmHmac", 422, "signatureInvalid",
       changed([](Draft& d, auto&) { d.algorithm = "HS256"; })},
      {"KeyThatDoesNotFitTheCertificate", 422, "signatureInvalid",
       changed([](Draft& d, auto&) { d.card.signingKey = d.card.authenticationKey; })},
      {"DigestOfAnotherRegistration", 422, "signatureInvalid",
       changed([](Draft& d, auto&) { d.registrationDigest = d.payload.nonce; })},
      {"SwappedCertificates", 422, "certificateUntrusted", changed(swapCertificates)},
      {"CaCertificateAsSigner", 422, "certificateUntrusted",
       changed([](Draft& d, BackendUnderTest& backend) {
         d.card.signingCertificate = simulated::certificateDer(backend.pki().signing);
         d.card.signingKey = backend.pki().signing.key;
       })},
      {"UnknownSigningAuthority", 422, "certificateUntrusted", changed(unknownAuthority)},
      {"UnknownAuthenticationAuthority", 422, "certificateUntrusted",
       changed(unknownAuthenticationAuthority)},
      {"CertificateIsNoCertificate", 422, "certificateUntrusted", changed([](Draft& d, auto&) {
         d.card.signingCertificate = {0x30, 0x00};
       })},
      {"ByteBehindTheCertificate", 422, "certificateUntrusted",
       changed([](Draft& d, auto&) { d.card.signingCertificate.push_back(0); })},
      {"NoCertificateBehindTheSigners", 422, "certificateUntrusted",
       withSecondCertificate("MAMCAf8=")},
      {"NoBase64BehindTheSignersCertificate", 400, "malformed", withSecondCertificate("-_8A")},
      {"NulBehindTheHeader", 400, "malformed", signedAs(withNul, asItIs)},
      {"NulBehindThePayload", 400, "malformed", signedAs(asItIs, withNul)},
      {"ExpiredCard", 422, "certificateExpired",
       [](auto& backend, auto& client) {
         return backend.submit(client, backend.draft(client, "expired"));
       }},
      {"SigningCertificateOfNextYear", 422, "certificateNotYetValid",
       changed([](Draft& d, BackendUnderTest& backend) {
         d.card.signingCertificate = simulated::issueCertificate(backend.pki().signing, maria(),
                                                                 nextYear(), d.card.signingKey)
                                         .der;
       })},
      {"AuthenticationCertificateOfNextYear", 422, "certificateNotYetValid",
       changed([](Draft& d, BackendUnderTest& backend) {
         d.card.authenticationCertificate =
             simulated::issueCertificate(backend.pki().authentication, maria(), nextYear(),
                                         d.card.authenticationKey)
                 .der;
       })},
      {"ExpiredAuthenticationCertificate", 422, "certificateExpired",
       changed(expireAuthentication)},
      {"RevokedSigningCertificate", 422, "certificateRevoked", changed(revokeSigning)},
      {"RevokedAuthenticationCertificate", 422, "certificateRevoked",
       changed(revokeAuthentication)},
      {"NoRevocationList", 503, "revocationUnknown", changed(noList)},
      {"StaleRevocationList", 503, "revocationUnknown", changed(staleList)},
      {"RevocationListOfAStranger", 503, "revocationUnknown", changed(listOfAStranger)},
      {"OtherOrigin", 422, "originMismatch",
       changed([](Draft& d, auto&) { d.payload.origin = "https://elsewhere.example"; })},
      {"OtherOriginInTheAuthentication", 422, "originMismatch",
       changed([](Draft& d, auto&) { d.authenticationOrigin = "https://elsewhere.example"; })},
      {"UnknownNonce", 422, "nonceInvalid",
       changed([](Draft& d, auto&) { d.payload.nonce = std::string(43, 'A'); })},
      {"TwoNonces", 422, "nonceInvalid",
       changed([](Draft& d, auto&) { d.authenticationNonce = std::string(43, 'A'); })},
      {"ReplayedNonce", 422, "nonceInvalid", replayNonce},
      {"OldTerms", 422, "termsOutdated",
       changed([](Draft& d, auto&) { d.payload.termsVersion = "2001-01-01"; })},
      {"UnknownLanguage", 400, "malformed",
       changed([](Draft& d, auto&) { d.payload.language = "xx"; })},
      {"FieldMissing", 422, "formInvalid", withForm([](auto& form) { form.erase("phone"); })},
      {"ValueToBeRepaired", 422, "formInvalid", set("phone", "03-1234-5678")},
      {"LowerCaseName", 422, "formInvalid", set("name", "santos maria clara")},
      {"UnrealDate", 422, "formInvalid", set("dateOfBirth", "1990-02-30")},
      {"ClassOfAnotherEntrance", 422, "formInvalid", set("userClass", "attorneyOrScrivener")},
      {"FieldOfAnotherClass", 422, "formInvalid", set("agentCertificateNumber", "132010700050")},
      {"LineBreakInTheMailAddress", 422, "formInvalid",
       set("email", "maria@mail.example\r\nBcc: all@mail.example")},
      {"UnknownField", 400, "malformed", set("individualNumber", "123456789012")},
      {"FieldThatIsNotSubmitted", 400, "malformed", set("emailConfirmation", "a@mail.example")},
      {"OtherName", 422, "formMismatch", set("name", "SANTOS MARIA")},
      {"OtherSex", 422, "formMismatch", set("sex", "male")},
      {"OtherDateOfBirth", 422, "formMismatch", set("dateOfBirth", "1990-04-16")},
      {"OtherMunicipality", 422, "formMismatch", set("municipalityCode", "131024")},
      {"SameCertificateUnderAnotherKey", 409, "alreadyRegistered", sameCertificateAgain},
      {"OtherFormUnderTheSameKey", 409, "idempotencyConflict", otherFormUnderSameKey},
  };
}

}  // namespace madoguchi::test
