#include "backend/http/problem.h"

#include <nlohmann/json.hpp>
#include <stdexcept>

namespace madoguchi::backend {
namespace {

// The Agency's table knows two codes that fit here: faults of the system, and input to be mended.
constexpr std::string_view kSystemCode = "WZBAM098E";
constexpr std::string_view kInputCode = "WZBAM018E";

struct Row {
  std::string_view name;
  int status;
  std::string_view code;
};

Row row(Reason reason) {
  switch (reason) {
    case Reason::malformed:
      return {"malformed", 400, kInputCode};
    case Reason::headTooLarge:
      return {"headTooLarge", 431, kInputCode};
    case Reason::bodyTooLarge:
      return {"bodyTooLarge", 413, kInputCode};
    case Reason::unsupportedMediaType:
      return {"unsupportedMediaType", 415, kInputCode};
    case Reason::notFound:
      return {"notFound", 404, kInputCode};
    case Reason::methodNotAllowed:
      return {"methodNotAllowed", 405, kInputCode};
    case Reason::sessionMissing:
      return {"sessionMissing", 401, kInputCode};
    case Reason::idempotencyKeyMissing:
      return {"idempotencyKeyMissing", 400, kInputCode};
    case Reason::idempotencyConflict:
      return {"idempotencyConflict", 409, kInputCode};
    case Reason::formInvalid:
      return {"formInvalid", 422, kInputCode};
    case Reason::formMismatch:
      return {"formMismatch", 422, kInputCode};
    case Reason::signatureInvalid:
      return {"signatureInvalid", 422, kInputCode};
    case Reason::nonceInvalid:
      return {"nonceInvalid", 422, kInputCode};
    case Reason::originMismatch:
      return {"originMismatch", 422, kInputCode};
    case Reason::certificateUntrusted:
      return {"certificateUntrusted", 422, kInputCode};
    case Reason::certificateExpired:
      return {"certificateExpired", 422, kInputCode};
    case Reason::certificateRevoked:
      return {"certificateRevoked", 422, kInputCode};
    case Reason::revocationUnknown:
      return {"revocationUnknown", 503, kSystemCode};
    case Reason::termsOutdated:
      return {"termsOutdated", 422, kInputCode};
    case Reason::alreadyRegistered:
      return {"alreadyRegistered", 409, kInputCode};
    case Reason::rateLimited:
      return {"rateLimited", 429, kSystemCode};
    case Reason::internal:
      return {"internal", 500, kSystemCode};
    case Reason::unavailable:
      return {"unavailable", 503, kSystemCode};
  }
  throw std::logic_error("unknown reason");
}

}  // namespace

int httpStatus(Reason reason) { return row(reason).status; }

std::string_view name(Reason reason) { return row(reason).name; }

std::string toJson(const Problem& problem, std::string_view requestId) {
  const Row entry = row(problem.reason);
  nlohmann::json json = {{"status", entry.status},
                         {"code", problem.code.empty() ? std::string(entry.code) : problem.code},
                         {"reason", entry.name},
                         {"requestId", requestId}};
  if (!problem.errors.empty()) {
    nlohmann::json errors = nlohmann::json::array();
    for (const forms::FieldError& error : problem.errors) {
      errors.push_back({{"field", error.field}, {"code", error.code}});
    }
    json["errors"] = std::move(errors);
  }
  return json.dump();
}

}  // namespace madoguchi::backend
