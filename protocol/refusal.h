#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/enum_table.h"
#include "protocol/field_error.h"

// What the service refuses, and how it says so (RFC 9457, application/problem+json).

namespace madoguchi::protocol {

enum class Reason {
  malformed,
  headTooLarge,
  bodyTooLarge,
  unsupportedMediaType,
  notFound,
  methodNotAllowed,
  sessionMissing,
  sessionReplaced,  ///< by a later login
  idempotencyKeyMissing,
  idempotencyConflict,
  formInvalid,
  formMismatch,
  signatureInvalid,
  nonceInvalid,
  originMismatch,
  certificateUntrusted,
  certificateNotYetValid,
  certificateExpired,
  certificateRevoked,
  revocationUnknown,
  termsOutdated,
  alreadyRegistered,
  linkUnknown,
  linkExpired,
  linkUsed,
  loginRefused,  ///< the ID or the password
  accountLocked,
  accountSuspended,
  accountDeleted,
  accountExpired,
  accountInvalid,
  passwordExpired,
  cardNeeded,    ///< who registered with a card logs in with it
  draftChanged,  ///< another revision was saved meanwhile
  draftsTooMany,
  uploadElsewhere,  ///< the piece does not follow what has arrived
  fileType,         ///< of a file that was handed in: not of a type that is taken
  fileDamaged,      ///< or other bytes than were announced
  fileInfected,     ///< a scanner has found a virus in it
  fileEncrypted,
  fileLocked,  ///< printing or copying is not allowed
  fileWithScript,
  fileWithFiles,  ///< attachments inside
  fileEmpty,      ///< no bytes, or no pages
  fileTooLarge,   ///< or all together
  filesTooMany,
  notYours,         ///< who has this account may not file it for this person
  signedByAnother,  ///< by somebody else's card than the account's owner's
  windowClosed,     ///< not to be filed on this day
  alreadyFiled,     ///< the same procedure for the same person
  tooLate,          ///< it has gone too far for that
  clientTooOld,     ///< see client_version.h
  rateLimited,
  internal,
  unavailable,
};
inline constexpr Reason kLastReason = Reason::unavailable;

struct ReasonRow {
  Reason reason;
  std::string_view name;  ///< as it stands in the answer, and in backend/openapi.json
  int status;             ///< of HTTP
  std::string_view code;  ///< of the Agency's table of messages
};

// What the Agency's table has no code of its own for is a fault of the system, or input to be
// mended.
inline constexpr std::string_view kSystemCode = "WZBAM098E";
inline constexpr std::string_view kInputCode = "WZBAM018E";

inline constexpr std::array kReasons = {
    ReasonRow{Reason::malformed, "malformed", 400, kInputCode},
    ReasonRow{Reason::headTooLarge, "headTooLarge", 431, kInputCode},
    ReasonRow{Reason::bodyTooLarge, "bodyTooLarge", 413, kInputCode},
    ReasonRow{Reason::unsupportedMediaType, "unsupportedMediaType", 415, kInputCode},
    ReasonRow{Reason::notFound, "notFound", 404, kInputCode},
    ReasonRow{Reason::methodNotAllowed, "methodNotAllowed", 405, kInputCode},
    ReasonRow{Reason::sessionMissing, "sessionMissing", 401, kInputCode},
    ReasonRow{Reason::sessionReplaced, "sessionReplaced", 401, "WZBAM099E"},
    ReasonRow{Reason::idempotencyKeyMissing, "idempotencyKeyMissing", 400, kInputCode},
    ReasonRow{Reason::idempotencyConflict, "idempotencyConflict", 409, kInputCode},
    ReasonRow{Reason::formInvalid, "formInvalid", 422, kInputCode},
    ReasonRow{Reason::formMismatch, "formMismatch", 422, kInputCode},
    ReasonRow{Reason::signatureInvalid, "signatureInvalid", 422, kInputCode},
    ReasonRow{Reason::nonceInvalid, "nonceInvalid", 422, kInputCode},
    ReasonRow{Reason::originMismatch, "originMismatch", 422, kInputCode},
    ReasonRow{Reason::certificateUntrusted, "certificateUntrusted", 422, kInputCode},
    ReasonRow{Reason::certificateNotYetValid, "certificateNotYetValid", 422, kInputCode},
    ReasonRow{Reason::certificateExpired, "certificateExpired", 422, kInputCode},
    ReasonRow{Reason::certificateRevoked, "certificateRevoked", 422, kInputCode},
    ReasonRow{Reason::revocationUnknown, "revocationUnknown", 503, kSystemCode},
    ReasonRow{Reason::termsOutdated, "termsOutdated", 422, kInputCode},
    ReasonRow{Reason::alreadyRegistered, "alreadyRegistered", 409, kInputCode},
    ReasonRow{Reason::linkUnknown, "linkUnknown", 404, kInputCode},
    ReasonRow{Reason::linkExpired, "linkExpired", 410, kInputCode},
    ReasonRow{Reason::linkUsed, "linkUsed", 409, kInputCode},
    ReasonRow{Reason::loginRefused, "loginRefused", 422, kInputCode},
    ReasonRow{Reason::accountLocked, "accountLocked", 403, "WZBAM153E"},
    ReasonRow{Reason::accountSuspended, "accountSuspended", 403, "WZBAM155E"},
    ReasonRow{Reason::accountDeleted, "accountDeleted", 403, "WZBAM156E"},
    ReasonRow{Reason::accountExpired, "accountExpired", 403, "WZBAM151E"},
    ReasonRow{Reason::accountInvalid, "accountInvalid", 403, "WZBAM150E"},
    ReasonRow{Reason::passwordExpired, "passwordExpired", 403, "WZBAM158E"},
    ReasonRow{Reason::cardNeeded, "cardNeeded", 403, kInputCode},
    ReasonRow{Reason::draftChanged, "draftChanged", 409, kInputCode},
    ReasonRow{Reason::draftsTooMany, "draftsTooMany", 409, kInputCode},
    ReasonRow{Reason::uploadElsewhere, "uploadElsewhere", 409, kInputCode},
    ReasonRow{Reason::fileType, "fileType", 422, kInputCode},
    ReasonRow{Reason::fileDamaged, "fileDamaged", 422, kInputCode},
    ReasonRow{Reason::fileInfected, "fileInfected", 422, kInputCode},
    ReasonRow{Reason::fileEncrypted, "fileEncrypted", 422, kInputCode},
    ReasonRow{Reason::fileLocked, "fileLocked", 422, kInputCode},
    ReasonRow{Reason::fileWithScript, "fileWithScript", 422, kInputCode},
    ReasonRow{Reason::fileWithFiles, "fileWithFiles", 422, kInputCode},
    ReasonRow{Reason::fileEmpty, "fileEmpty", 422, kInputCode},
    ReasonRow{Reason::fileTooLarge, "fileTooLarge", 422, kInputCode},
    ReasonRow{Reason::filesTooMany, "filesTooMany", 422, kInputCode},
    ReasonRow{Reason::notYours, "notYours", 403, kInputCode},
    ReasonRow{Reason::signedByAnother, "signedByAnother", 403, kInputCode},
    ReasonRow{Reason::windowClosed, "windowClosed", 422, kInputCode},
    ReasonRow{Reason::alreadyFiled, "alreadyFiled", 409, kInputCode},
    ReasonRow{Reason::tooLate, "tooLate", 409, kInputCode},
    ReasonRow{Reason::clientTooOld, "clientTooOld", 422, kSystemCode},
    ReasonRow{Reason::rateLimited, "rateLimited", 429, kSystemCode},
    ReasonRow{Reason::internal, "internal", 500, kSystemCode},
    ReasonRow{Reason::unavailable, "unavailable", 503, kSystemCode},
};
static_assert(isEnumTable(kReasons, &ReasonRow::reason, kLastReason));

int httpStatus(Reason reason);
std::string_view name(Reason reason);

struct Refusal {
  Reason reason = Reason::internal;
  std::vector<FieldError> fields = {};  ///< of formInvalid, formMismatch and windowClosed
  std::string code = {};                ///< of the Agency's table; empty = the reason's own
  /// When to ask again; stands in the header Retry-After, not in the problem.
  std::optional<std::chrono::seconds> retryAfter = {};
};
/// As application/problem+json.
std::string toJson(const Refusal& refusal, std::string_view requestId);

/// A refusal as the client reads it. A later service may know more reasons.
struct ReceivedRefusal {
  std::optional<Reason> reason;    ///< none for a reason that this program does not know
  std::string code;                ///< of the Agency's table; empty where none was given
  std::vector<FieldError> fields;  ///< each with a field and a code
};
/// std::nullopt for what is no problem of this API: gateways in between have their own words.
std::optional<ReceivedRefusal> refusalFromJson(std::string_view json);

}  // namespace madoguchi::protocol
