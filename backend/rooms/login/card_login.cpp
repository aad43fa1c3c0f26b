#include "backend/rooms/login/card_login.h"

#include <utility>

#include "backend/accounts/card_binding.h"
#include "backend/accounts/login_store.h"
#include "backend/mail/outbox.h"
#include "backend/trust/signature.h"
#include "forms/certified/certified_items.h"
#include "forms/engine/answers_json.h"
#include "forms/registration/registration_form.h"
#include "protocol/authentication_id.h"
#include "protocol/base64.h"
#include "protocol/card_renewal_payload.h"
#include "protocol/login_payload.h"
#include "protocol/strict_json.h"

namespace madoguchi::backend {

using protocol::Reason;
using protocol::Refusal;

namespace {

constexpr protocol::JsonLimits kCardLoginLimits = {.bytes = 64UL * 1024, .depth = 1};

bool isOwner(const LoginAccount& account, const certificate::BasicFourItems& items) {
  const auto answers = forms::answersFrom(forms::registrationForm(), account.form);
  return answers && forms::isOfSamePerson(answers->values, items);
}

}  // namespace

struct CardLogin::Submission {
  std::string loginJws;
  SignedText login;
  protocol::LoginPayload payload;
  Nonce nonce;
  CardKeyRecord key;  ///< of the user-authentication certificate
  // The following only with a card that is new to the account.
  std::optional<SignedText> renewal;
  protocol::CardRenewalPayload renewalPayload;
  SigningRecord signing;
};

CardLogin::CardLogin(Storage& storage, TrustStore& trust, Nonces& nonces, std::string origin,
                     Clock clock)
    : m_storage(storage),
      m_trust(trust),
      m_nonces(nonces),
      m_origin(std::move(origin)),
      m_clock(std::move(clock)) {}

std::variant<CardLogin::Submission, Refusal> CardLogin::read(std::string_view body) {
  auto json = protocol::readStrictJson(body, kCardLoginLimits);
  Submission submission;
  if (!json || !json->is_object() || !protocol::takeString(*json, "login", submission.loginJws)) {
    return Refusal{Reason::malformed};
  }
  std::string renewalJws;
  const bool renews = protocol::takeString(*json, "renewal", renewalJws);
  if (!json->empty()) {
    return Refusal{Reason::malformed};
  }
  auto login =
      verifyJws(submission.loginJws, protocol::kLoginType, certificate::Purpose::authentication);
  if (const Reason* reason = std::get_if<Reason>(&login)) {
    return Refusal{*reason};
  }
  submission.login = std::get<SignedText>(std::move(login));
  auto payload = protocol::loginPayloadFromJson(submission.login.jws.payload);
  if (!payload) {
    return Refusal{Reason::malformed};
  }
  submission.payload = std::move(*payload);
  submission.key.serial = submission.login.certificate.serialHex;
  if (!renews) {
    return submission;
  }
  auto renewal = verifyJws(renewalJws, protocol::kCardRenewalType, certificate::Purpose::signing);
  if (const Reason* reason = std::get_if<Reason>(&renewal)) {
    return Refusal{*reason};
  }
  submission.renewal = std::get<SignedText>(std::move(renewal));
  auto beside = protocol::cardRenewalPayloadFromJson(submission.renewal->jws.payload);
  if (!beside) {
    return Refusal{Reason::malformed};
  }
  submission.renewalPayload = std::move(*beside);
  const certificate::Certificate& signer = submission.renewal->certificate;
  submission.signing = {.fingerprint = toHex(sha256(signer.der)),
                        .issuer = signer.issuer,
                        .key = {signer.serialHex, {}}};
  return submission;
}

std::optional<Refusal> CardLogin::checkTrust(Submission& submission) const {
  const Seconds time = m_clock();
  const auto user =
      m_trust.judge(submission.login.certificate, certificate::Purpose::authentication, time);
  if (user.refusal) {
    return Refusal{*user.refusal};
  }
  submission.key.issuerKey = user.issuerKey;
  if (!submission.renewal) {
    return std::nullopt;
  }
  const auto signer =
      m_trust.judge(submission.renewal->certificate, certificate::Purpose::signing, time);
  if (signer.refusal) {
    return Refusal{*signer.refusal};
  }
  submission.signing.key.issuerKey = signer.issuerKey;
  return std::nullopt;
}

std::optional<Refusal> CardLogin::checkBinding(Submission& submission, Deadline deadline) const {
  const protocol::LoginPayload& payload = submission.payload;
  if (payload.origin != m_origin) {
    return Refusal{Reason::originMismatch};
  }
  auto nonce = m_nonces.recognise(payload.nonce, m_clock(), deadline);
  if (!nonce) {
    return Refusal{Reason::nonceInvalid};
  }
  submission.nonce = std::move(*nonce);
  if (!submission.renewal) {
    return std::nullopt;
  }
  const protocol::CardRenewalPayload& beside = submission.renewalPayload;
  if (beside.origin != m_origin) {
    return Refusal{Reason::originMismatch};
  }
  if (beside.nonce != payload.nonce) {
    return Refusal{Reason::nonceInvalid};
  }
  if (beside.authenticationId != payload.authenticationId ||
      beside.loginDigest != protocol::base64url(sha256(asBytes(submission.loginJws)))) {
    return Refusal{Reason::signatureInvalid};
  }
  return std::nullopt;
}

std::variant<Welcome, Refusal> CardLogin::decide(Transaction& transaction,
                                                 const Submission& submission,
                                                 std::string_view subscriber) const {
  const Seconds time = m_clock();
  if (!useUp(transaction, submission.nonce)) {
    return Refusal{Reason::nonceInvalid};
  }
  const std::string id = protocol::repairedAuthenticationId(submission.payload.authenticationId);
  const auto account = accountForLogin(transaction, id);
  const auto refused = [&](std::string_view event, Reason reason) {
    noteSecurityEvent(transaction, account ? account->id : std::string(), event, subscriber, time);
    return Refusal{reason};
  };
  if (!account) {
    return refused(security_events::kCardRefused, Reason::loginRefused);
  }
  const bool isBound = isCardOf(transaction, account->id, submission.key);
  if (!isBound) {
    if (!submission.renewal || account->entrance != toString(forms::Entrance::cardHolder) ||
        !isOwner(*account, submission.renewal->certificate.items) ||
        isTaken(transaction, account->id, submission.signing.key)) {
      return refused(security_events::kCardRefused, Reason::loginRefused);
    }
  }
  // Told to its owner only; and no other card is bound to what may not be used.
  if (const auto obstacle = obstacleOf(account->status)) {
    return refused(protocol::name(*obstacle), *obstacle);
  }
  const Seconds cardEndsAt = submission.login.certificate.notAfter;
  if (isBound) {
    noteCardEnd(transaction, account->id, cardEndsAt);
  } else {
    bindCard(transaction, account->id, submission.signing, submission.key, cardEndsAt);
    noteSecurityEvent(transaction, account->id, "cardBound", subscriber, time);
    addMail(transaction,
            {.kind = "cardBound",
             .recipient = account->email,
             .language = account->language,
             .values = {},
             .cause = MailCause::provenPerson},
            time);
  }
  return admit(transaction, *account, security_events::kLoggedInByCard, subscriber, time);
}

std::variant<Welcome, Refusal> CardLogin::logIn(std::string_view body, std::string_view subscriber,
                                                Deadline deadline) {
  auto submitted = read(body);
  if (auto* refusal = std::get_if<Refusal>(&submitted)) {
    return std::move(*refusal);
  }
  auto& submission = std::get<Submission>(submitted);
  if (auto refusal = checkTrust(submission)) {
    return std::move(*refusal);
  }
  if (auto refusal = checkBinding(submission, deadline)) {
    return std::move(*refusal);
  }
  return m_storage.write(deadline, [&](Transaction& transaction) {
    return decide(transaction, submission, subscriber);
  });
}

}  // namespace madoguchi::backend
