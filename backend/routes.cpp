#include "backend/routes.h"

#include <nlohmann/json.hpp>

#include "backend/announcements.h"
#include "backend/database.h"
#include "backend/registration_service.h"

namespace madoguchi::backend {

std::vector<Route> makeRoutes(const RouteParts& parts) {
  using Result = std::variant<HttpAnswer, Problem>;
  Route health{"GET", "/v1/health", [&database = parts.database](const HttpRequest&) -> Result {
                 if (database.answers()) {
                   return HttpAnswer{200, R"({"status":"ok"})"};
                 }
                 return HttpAnswer{503, R"({"status":"unavailable"})"};
               }};
  health.rateLimited = false;

  Route nonces{"POST", "/v1/nonces", [&service = parts.service](const HttpRequest&) -> Result {
                 const Nonce nonce = service.issueNonce();
                 const nlohmann::json json = {{"nonce", nonce.value},
                                              {"expiresAt", rfc3339(nonce.expiresAt)}};
                 return HttpAnswer{201, json.dump()};
               }};

  Route news{"GET", "/v1/announcements",
             [file = parts.announcements](const HttpRequest& request) -> Result {
               const std::string language = request.parameter("language");
               if (language != "ja" && language != "easy" && language != "en") {
                 return Problem{Reason::malformed};
               }
               return HttpAnswer{200, announcements(file, language).dump()};
             }};

  Route registrations{"POST", "/v1/registrations",
                      [&service = parts.service,
                       mailAdded = parts.mailAdded](const HttpRequest& request) -> Result {
                        auto outcome = service.registerPerson(request.body, request.idempotencyKey);
                        if (auto* problem = std::get_if<Problem>(&outcome)) {
                          return std::move(*problem);
                        }
                        const auto& registered = std::get<Registered>(outcome);
                        if (registered.stored) {
                          mailAdded();
                        }
                        const nlohmann::json json = {
                            {"authenticationId", registered.authenticationId},
                            {"registeredAt", rfc3339(registered.registeredAt)}};
                        return HttpAnswer{201, json.dump()};
                      }};
  registrations.takesJson = true;

  return {std::move(health), std::move(nonces), std::move(news), std::move(registrations)};
}

}  // namespace madoguchi::backend
