#include "app/server/answers.h"

#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "protocol/base64.h"
#include "protocol/strict_json.h"

namespace madoguchi::app {
namespace {

constexpr long kCreated = 201;

struct Row {
  protocol::Reason reason;
  FailureCode failure;
};

// Requests that the backend does not understand mean that program and backend do not fit each
// other.
constexpr std::array kFailures = {
    Row{protocol::Reason::malformed, FailureCode::serverAnswer},
    Row{protocol::Reason::headTooLarge, FailureCode::serverAnswer},
    Row{protocol::Reason::bodyTooLarge, FailureCode::requestTooLarge},
    Row{protocol::Reason::unsupportedMediaType, FailureCode::serverAnswer},
    Row{protocol::Reason::notFound, FailureCode::serverAnswer},
    Row{protocol::Reason::methodNotAllowed, FailureCode::serverAnswer},
    Row{protocol::Reason::sessionMissing, FailureCode::sessionEnded},
    Row{protocol::Reason::sessionReplaced, FailureCode::sessionReplaced},
    Row{protocol::Reason::idempotencyKeyMissing, FailureCode::serverAnswer},
    Row{protocol::Reason::idempotencyConflict, FailureCode::serverAnswer},
    Row{protocol::Reason::formInvalid, FailureCode::formRefused},
    Row{protocol::Reason::formMismatch, FailureCode::certificateMismatch},
    Row{protocol::Reason::signatureInvalid, FailureCode::signatureRefused},
    Row{protocol::Reason::nonceInvalid, FailureCode::nonceExpired},
    Row{protocol::Reason::originMismatch, FailureCode::signatureRefused},
    Row{protocol::Reason::certificateUntrusted, FailureCode::certificateRefused},
    Row{protocol::Reason::certificateNotYetValid, FailureCode::certificateNotYetValidAtServer},
    Row{protocol::Reason::certificateExpired, FailureCode::certificateExpiredAtServer},
    Row{protocol::Reason::certificateRevoked, FailureCode::certificateRevoked},
    Row{protocol::Reason::revocationUnknown, FailureCode::serverBusy},
    Row{protocol::Reason::termsOutdated, FailureCode::termsOutdated},
    Row{protocol::Reason::alreadyRegistered, FailureCode::alreadyRegistered},
    Row{protocol::Reason::linkUnknown, FailureCode::linkUnknown},
    Row{protocol::Reason::linkExpired, FailureCode::linkExpired},
    Row{protocol::Reason::linkUsed, FailureCode::linkUsed},
    Row{protocol::Reason::loginRefused, FailureCode::loginRefused},
    Row{protocol::Reason::accountLocked, FailureCode::accountLocked},
    Row{protocol::Reason::accountSuspended, FailureCode::accountSuspended},
    Row{protocol::Reason::accountDeleted, FailureCode::accountDeleted},
    Row{protocol::Reason::accountExpired, FailureCode::accountExpired},
    Row{protocol::Reason::accountInvalid, FailureCode::accountInvalid},
    Row{protocol::Reason::passwordExpired, FailureCode::passwordExpired},
    Row{protocol::Reason::cardNeeded, FailureCode::cardNeeded},
    Row{protocol::Reason::draftChanged, FailureCode::draftChanged},
    Row{protocol::Reason::draftsTooMany, FailureCode::tooManyDrafts},
    Row{protocol::Reason::uploadElsewhere, FailureCode::serverAnswer},
    Row{protocol::Reason::fileType, FailureCode::fileRefused},
    Row{protocol::Reason::fileDamaged, FailureCode::fileRefused},
    Row{protocol::Reason::fileInfected, FailureCode::fileRefused},
    Row{protocol::Reason::fileEncrypted, FailureCode::fileRefused},
    Row{protocol::Reason::fileLocked, FailureCode::fileRefused},
    Row{protocol::Reason::fileWithScript, FailureCode::fileRefused},
    Row{protocol::Reason::fileWithFiles, FailureCode::fileRefused},
    Row{protocol::Reason::fileEmpty, FailureCode::fileRefused},
    Row{protocol::Reason::fileTooLarge, FailureCode::fileRefused},
    Row{protocol::Reason::filesTooMany, FailureCode::fileRefused},
    Row{protocol::Reason::notYours, FailureCode::applicationNotYours},
    Row{protocol::Reason::signedByAnother, FailureCode::signedByAnother},
    Row{protocol::Reason::windowClosed, FailureCode::windowClosed},
    Row{protocol::Reason::alreadyFiled, FailureCode::alreadyFiled},
    Row{protocol::Reason::tooLate, FailureCode::notNow},
    Row{protocol::Reason::clientTooOld, FailureCode::clientTooOld},
    Row{protocol::Reason::rateLimited, FailureCode::serverBusy},
    Row{protocol::Reason::internal, FailureCode::serverError},
    Row{protocol::Reason::unavailable, FailureCode::serverBusy},
};
static_assert(protocol::isEnumTable(kFailures, &Row::reason, protocol::kLastReason));

/// What a status alone says, for answers of gateways in between that carry no problem.
FailureCode fromStatus(long status) {
  switch (status) {
    case 413:
      return FailureCode::requestTooLarge;
    case 429:
    case 502:
    case 503:
    case 504:
      return FailureCode::serverBusy;
    default:
      return status >= 500 && status < 600 ? FailureCode::serverError : FailureCode::serverAnswer;
  }
}

}  // namespace

std::optional<nlohmann::json> jsonObjectOf(const HttpAnswer& answer) {
  // The transfer has a limit of its own. A later service may tell more than this program knows.
  constexpr protocol::JsonLimits kLimits = {.bytes = 262'144, .depth = 9};
  auto json = protocol::readStrictJson(answer.body, kLimits);
  return json && json->is_object() ? std::move(json) : std::nullopt;
}

FailureCode failureOf(const std::optional<protocol::ReceivedRefusal>& refusal, long status) {
  if (!refusal || !refusal->reason) {
    return fromStatus(status);
  }
  const FailureCode failure = kFailures.at(static_cast<std::size_t>(*refusal->reason)).failure;
  // Nothing would be marked, and so nothing said.
  const bool saysNothing = failure == FailureCode::formRefused && refusal->fields.empty();
  return saysNothing ? FailureCode::serverAnswer : failure;
}

FailureCode failureUnless(long hopedFor, const HttpAnswer& answer) {
  if (answer.failure != FailureCode::none || answer.status == hopedFor) {
    return answer.failure;
  }
  return failureOf(protocol::refusalFromJson(answer.body), answer.status);
}

FailureCode readHealth(const HttpAnswer& answer) {
  constexpr long kOk = 200;
  if (const FailureCode failure = failureUnless(kOk, answer); failure != FailureCode::none) {
    return failure;
  }
  const auto json = jsonObjectOf(answer);
  return json && protocol::stringMember(*json, "status") == "ok" ? FailureCode::none
                                                                 : FailureCode::serverAnswer;
}

NonceAnswer readNonce(const HttpAnswer& answer) {
  if (const FailureCode failure = failureUnless(kCreated, answer); failure != FailureCode::none) {
    return {failure, {}};
  }
  const auto json = jsonObjectOf(answer);
  std::string nonce = json ? protocol::stringMember(*json, "nonce") : std::string();
  const auto bytes = protocol::fromBase64url(nonce);
  if (!bytes || bytes->size() != 32) {
    return {FailureCode::serverAnswer, {}};
  }
  return {FailureCode::none, std::move(nonce)};
}

}  // namespace madoguchi::app
