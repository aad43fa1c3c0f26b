#include "backend/rooms/registration/registration_endpoints.h"

#include <nlohmann/json.hpp>

#include "backend/rooms/registration/registration_service.h"

namespace madoguchi::backend {
namespace {

Outcome createNonce(RegistrationService& service, const Request& request) {
  const Nonce nonce = service.issueNonce(request.deadline);
  const nlohmann::json json = {{"nonce", nonce.value}, {"expiresAt", rfc3339(nonce.expiresAt)}};
  return Answer{.status = kCreated, .body = json.dump()};
}

Outcome createRegistration(const RegistrationParts& parts, const Request& request) {
  auto outcome =
      parts.service.registerPerson(request.body, request.idempotencyKey, request.deadline);
  if (auto* refusal = std::get_if<protocol::Refusal>(&outcome)) {
    return std::move(*refusal);
  }
  const auto& registered = std::get<Registered>(outcome);
  if (registered.stored) {
    parts.mailAdded();
  }
  nlohmann::json json = {{"authenticationId", registered.authenticationId},
                         {"registeredAt", rfc3339(registered.registeredAt)}};
  if (registered.corrected) {
    json["emailCorrected"] = true;
  }
  return Answer{.status = kCreated, .body = json.dump()};
}

}  // namespace

std::vector<Endpoint> registrationEndpoints(RegistrationParts parts) {
  return {
      {.method = "POST",
       .pattern = "/v1/nonces",
       .answer = [&service = parts.service](
                     const Request& request) { return createNonce(service, request); }},
      {.method = "POST",
       .pattern = "/v1/registrations",
       .needsIdempotencyKey = true,
       .takes = "application/json",
       .maxBody = parts.maxBody,
       .answer = [parts](const Request& request) { return createRegistration(parts, request); }}};
}

}  // namespace madoguchi::backend
