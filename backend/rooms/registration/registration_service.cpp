#include "backend/rooms/registration/registration_service.h"

#include <algorithm>
#include <cctype>

#include "backend/accounts/email_change_store.h"
#include "backend/accounts/password_mail.h"
#include "backend/core/token.h"
#include "backend/rooms/registration/authentication_id.h"
#include "backend/storage/isolation.h"
#include "backend/trust/signature.h"
#include "forms/certified/certified_items.h"
#include "forms/engine/answers_json.h"
#include "forms/engine/japan_day.h"
#include "forms/registration/registration_form.h"
#include "protocol/authentication_payload.h"
#include "protocol/base64.h"
#include "protocol/languages.h"
#include "protocol/registration_payload.h"
#include "protocol/strict_json.h"

namespace madoguchi::backend {

using protocol::Reason;
using protocol::Refusal;

namespace {

// The largest field is 104 characters; a few bytes each and the certificates make about 12 kB. The
// listener has a limit of its own; this one holds whoever calls.
constexpr protocol::JsonLimits kBodyLimits = {.bytes = 16UL * 1024 * 1024, .depth = 8};

Refusal mismatch(const forms::Answers& answers, const forms::Facts& facts) {
  // Every item, so that the answer does not tell which one differs.
  Refusal refusal{Reason::formMismatch};
  for (const forms::FieldPath& path : forms::asked(forms::registrationForm(), answers, facts)) {
    refusal.fields.push_back({forms::writtenPath(answers, path), "WZBAM018E"});
  }
  return refusal;
}

/// Without a card nobody has shown that the address is theirs; and with one, a registration is done
/// once, but an address can be corrected again and again.
PasswordMail mailOf(const std::string& accountId, const NewAccount& account,
                    const StoredAnswer& answer) {
  return {.accountId = accountId,
          .purpose = LinkPurpose::firstPassword,
          .recipient = account.email,
          .language = account.language,
          .cause = account.certificate && !answer.corrected ? MailCause::provenPerson
                                                            : MailCause::anybody,
          .isFirst = !answer.corrected};
}

Registered registered(const StoredAnswer& answer, bool stored) {
  return {answer.authenticationId, answer.registeredAt, answer.corrected, stored};
}

/// Whoever mistyped the address never gets a mail, and so has no password: card and signature
/// correct it. Where they have logged in with the card, it is changed there as everything else, and
/// both addresses are told.
bool mayCorrect(const KnownAccount& known, const NewAccount& account) {
  return known.isUntouched && known.email != account.email;
}

}  // namespace

struct RegistrationService::Submission {
  protocol::RegistrationPayload payload;
  forms::Entrance entrance = forms::Entrance::cardHolder;
  forms::Facts facts;
  forms::Answers sent;        ///< the form as it came
  std::string canonicalForm;  ///< what is stored of it
  std::string requestDigest;
  Nonce nonce;
  // The following only with a card.
  std::optional<SignedText> registration;
  std::optional<SignedText> authentication;
  protocol::AuthenticationPayload authenticationPayload;
  std::string registrationJws;
  CertificateRecord certificate;
  AuthenticationRecord authenticationCertificate;
};

/// What the database had of a request when it came.
struct RegistrationService::Before {
  std::optional<StoredAnswer> answer;
  bool nonceWasUsed = false;
};

RegistrationService::RegistrationService(Storage& storage, TrustStore& trust, Nonces& nonces,
                                         Policy policy, Clock clock)
    : m_storage(storage),
      m_trust(trust),
      m_nonces(nonces),
      m_policy(std::move(policy)),
      m_clock(std::move(clock)) {}

Nonce RegistrationService::issueNonce(Deadline deadline) {
  return m_nonces.issue(m_clock(), deadline);
}

std::variant<RegistrationService::Submission, Refusal> RegistrationService::readSubmission(
    std::string_view body) {
  auto json = protocol::readStrictJson(body, kBodyLimits);
  if (!json || !json->is_object() || !json->contains("registration")) {
    return Refusal{Reason::malformed};
  }
  Submission submission;
  std::optional<protocol::RegistrationPayload> payload;
  if ((*json)["registration"].is_object() && json->size() == 1) {
    payload = protocol::registrationPayloadFromJson((*json)["registration"].dump());
  } else {
    std::string authenticationJws;
    if (json->size() != 2 ||
        !protocol::takeString(*json, "registration", submission.registrationJws) ||
        !protocol::takeString(*json, "authentication", authenticationJws)) {
      return Refusal{Reason::malformed};
    }
    auto registration = verifyJws(submission.registrationJws, protocol::kRegistrationType,
                                  certificate::Purpose::signing);
    if (const Reason* reason = std::get_if<Reason>(&registration)) {
      return Refusal{*reason};
    }
    auto authentication = verifyJws(authenticationJws, protocol::kAuthenticationType,
                                    certificate::Purpose::authentication);
    if (const Reason* reason = std::get_if<Reason>(&authentication)) {
      return Refusal{*reason};
    }
    submission.registration = std::get<SignedText>(std::move(registration));
    submission.authentication = std::get<SignedText>(std::move(authentication));
    payload = protocol::registrationPayloadFromJson(submission.registration->jws.payload);
    const auto second =
        protocol::authenticationPayloadFromJson(submission.authentication->jws.payload);
    if (!second) {
      return Refusal{Reason::malformed};
    }
    submission.authenticationPayload = *second;
    const certificate::Certificate& signer = submission.registration->certificate;
    submission.certificate = {toHex(sha256(signer.der)), signer.serialHex, signer.issuer, {}};
  }
  const forms::Definition& form = forms::registrationForm();
  const auto sent = payload ? forms::answersFrom(form, payload->form) : std::nullopt;
  if (!sent || !forms::fromString(payload->entrance, submission.entrance)) {
    return Refusal{Reason::malformed};
  }
  // A card where none belongs, or none where one does, is no request of this API.
  if ((submission.entrance == forms::Entrance::cardHolder) != submission.registration.has_value()) {
    return Refusal{Reason::malformed};
  }
  submission.payload = std::move(*payload);
  submission.sent = *sent;
  submission.facts = forms::registrationFacts(submission.entrance, forms::dayInJapan(m_clock()));
  submission.canonicalForm = forms::canonicalJson(form, submission.sent, submission.facts);
  submission.requestDigest =
      sha256Hex(submission.payload.entrance + '\n' + submission.canonicalForm + '\n' +
                submission.certificate.fingerprint);
  return submission;
}

std::optional<Registered> RegistrationService::repeatedAnswer(
    const std::optional<StoredAnswer>& answered, const Submission& submission) {
  if (!answered || answered->requestDigest != submission.requestDigest) {
    return std::nullopt;
  }
  return registered(*answered, false);
}

std::optional<Refusal> RegistrationService::checkTrust(Submission& submission) {
  const Seconds time = m_clock();
  const auto signer =
      m_trust.judge(submission.registration->certificate, certificate::Purpose::signing, time);
  if (signer.refusal) {
    return Refusal{*signer.refusal};
  }
  submission.certificate.issuerKey = signer.issuerKey;
  const auto user = m_trust.judge(submission.authentication->certificate,
                                  certificate::Purpose::authentication, time);
  if (user.refusal) {
    return Refusal{*user.refusal};
  }
  submission.authenticationCertificate = {submission.authentication->certificate.serialHex,
                                          user.issuerKey,
                                          submission.authentication->certificate.notAfter};
  return std::nullopt;
}

RegistrationService::Before RegistrationService::lookBack(const Submission& submission,
                                                          const std::string& key,
                                                          Deadline deadline) {
  return m_storage.read(deadline, [&](Transaction& transaction) {
    return Before{.answer = answeredBefore(transaction, key),
                  .nonceWasUsed = isUsed(transaction, submission.payload.nonce)};
  });
}

std::optional<Refusal> RegistrationService::checkBinding(Submission& submission,
                                                         Deadline deadline) {
  const protocol::RegistrationPayload& payload = submission.payload;
  const bool card = submission.registration.has_value();
  if (payload.origin != m_policy.origin ||
      (card && submission.authenticationPayload.origin != m_policy.origin)) {
    return Refusal{Reason::originMismatch};
  }
  auto nonce = m_nonces.recognise(payload.nonce, m_clock(), deadline);
  if (!nonce || (card && submission.authenticationPayload.nonce != payload.nonce)) {
    return Refusal{Reason::nonceInvalid};
  }
  submission.nonce = std::move(*nonce);
  if (card && submission.authenticationPayload.registrationDigest !=
                  protocol::base64url(sha256(asBytes(submission.registrationJws)))) {
    return Refusal{Reason::signatureInvalid};
  }
  if (std::find(m_policy.termsVersions.begin(), m_policy.termsVersions.end(),
                payload.termsVersion) == m_policy.termsVersions.end()) {
    return Refusal{Reason::termsOutdated};
  }
  return std::nullopt;
}

std::optional<Refusal> RegistrationService::checkForm(const Submission& submission) {
  if (protocol::findLanguage(submission.payload.language) == nullptr) {
    return Refusal{Reason::malformed};
  }
  const forms::Definition& form = forms::registrationForm();
  auto findings = forms::strays(form, submission.sent, submission.facts);
  if (findings.empty()) {
    findings = forms::judge(form, submission.sent, submission.facts, {.submittedOnly = true});
  }
  if (!forms::isAcceptable(findings)) {
    return Refusal{Reason::formInvalid, forms::fieldErrors(submission.sent, findings),
                   forms::summaryCode(findings)};
  }
  if (submission.registration &&
      !forms::matchesCertificate(submission.sent.values,
                                 submission.registration->certificate.items)) {
    return mismatch(submission.sent, submission.facts);
  }
  return std::nullopt;
}

std::variant<Registered, Refusal> RegistrationService::refused(Refusal refusal, bool trusted,
                                                               const Submission& submission,
                                                               const std::string& key,
                                                               Deadline deadline) {
  const Before before = lookBack(submission, key, deadline);
  if (auto same = repeatedAnswer(before.answer, submission)) {
    return std::move(*same);
  }
  if (!trusted) {
    return refusal;
  }
  if (before.answer) {
    return Refusal{Reason::idempotencyConflict};
  }
  if (before.nonceWasUsed && refusal.reason != Reason::originMismatch) {
    return Refusal{Reason::nonceInvalid};
  }
  return refusal;
}

std::variant<Registered, Refusal> RegistrationService::registerPerson(
    std::string_view body, std::string_view idempotencyKey, Deadline deadline) {
  auto read = readSubmission(body);
  if (auto* refusal = std::get_if<Refusal>(&read)) {
    return std::move(*refusal);
  }
  auto& submission = std::get<Submission>(read);
  const std::string key(idempotencyKey);
  auto refusal = submission.registration ? checkTrust(submission) : std::nullopt;
  const bool trusted = !refusal;
  if (trusted) {
    refusal = checkBinding(submission, deadline);
  }
  if (!refusal) {
    refusal = checkForm(submission);
  }
  return refusal ? refused(std::move(*refusal), trusted, submission, key, deadline)
                 : store(submission, key, deadline);
}

std::variant<Registered, Refusal> RegistrationService::store(const Submission& submission,
                                                             const std::string& key,
                                                             Deadline deadline) {
  const protocol::RegistrationPayload& payload = submission.payload;
  const forms::Relevance form(forms::registrationForm(), submission.sent, submission.facts);
  NewAccount account{.entrance = payload.entrance,
                     .userClass = std::string(form.value(forms::topField("userClass"))),
                     .language = payload.language,
                     .form = submission.canonicalForm,
                     .email = std::string(form.value(forms::topField("email"))),
                     .termsVersion = payload.termsVersion,
                     .certificate = std::nullopt,
                     .authentication = std::nullopt};
  if (submission.registration) {
    account.certificate = submission.certificate;
    account.authentication = submission.authenticationCertificate;
  }
  const Seconds time = m_clock();
  // What another request has stored is seen here, or it is begun again: both would have the same
  // nonce, key or signing certificate, and so the same row.
  return m_storage.write(
      deadline, [&](Transaction& transaction) -> std::variant<Registered, Refusal> {
        mindOwnRowsOnly(transaction);
        if (const auto answered = answeredBefore(transaction, key)) {
          const auto same = repeatedAnswer(answered, submission);
          return same ? std::variant<Registered, Refusal>(*same)
                      : Refusal{Reason::idempotencyConflict};
        }
        const auto known = account.certificate ? accountOf(transaction, *account.certificate,
                                                           *account.authentication)
                                               : std::nullopt;
        if (known && !mayCorrect(*known, account)) {
          // The way for whoever files, and whose new certificate does not say that it is theirs.
          const bool signsAnew = known->signsAnew && known->isActive;
          const bool again = signsAnew ? !useUp(transaction, submission.nonce)
                                       : isUsed(transaction, submission.nonce.value);
          if (signsAnew && !again) {
            signAnew(transaction, *known, *account.certificate);
          }
          return Refusal{again ? Reason::nonceInvalid : Reason::alreadyRegistered};
        }
        if (!useUp(transaction, submission.nonce)) {
          return Refusal{Reason::nonceInvalid};
        }
        StoredAnswer answer{submission.requestDigest, {}, time};
        std::string id;
        if (known) {
          id = known->id;
          answer = {submission.requestDigest, known->authenticationId, known->registeredAt, true};
          correctAccount(transaction, *known, account, key, answer);
          forgetLinks(transaction, id);  // whoever had them at the wrong address
          forgetEmailChangesOf(transaction, id);
        } else {
          // Of 38 bits: one that is taken is made anew when it is begun again.
          answer.authenticationId = makeAuthenticationId();
          id = addAccount(transaction, account, key, answer);
        }
        mailPasswordLink(transaction, m_policy.origin, mailOf(id, account, answer), time);
        return registered(answer, true);
      });
}

}  // namespace madoguchi::backend
