#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "forms/engine/registration_form.h"

// What the API refuses, and how it says so (RFC 9457, application/problem+json).

namespace madoguchi::backend {

enum class Reason {
  malformed,
  headTooLarge,
  bodyTooLarge,
  unsupportedMediaType,
  notFound,
  methodNotAllowed,
  sessionMissing,
  idempotencyKeyMissing,
  idempotencyConflict,
  formInvalid,
  formMismatch,
  signatureInvalid,
  nonceInvalid,
  originMismatch,
  certificateUntrusted,
  certificateExpired,
  certificateRevoked,
  revocationUnknown,
  termsOutdated,
  alreadyRegistered,
  rateLimited,
  internal,
  unavailable,
};

struct Problem {
  Reason reason = Reason::internal;
  std::vector<forms::FieldError> errors = {};  ///< of formInvalid and formMismatch
  std::string code = {};                       ///< of the Agency's table; empty = the reason's own
};

int httpStatus(Reason reason);
/// As it stands in the answer: "malformed", "bodyTooLarge", ...
std::string_view name(Reason reason);
std::string toJson(const Problem& problem, std::string_view requestId);

}  // namespace madoguchi::backend
