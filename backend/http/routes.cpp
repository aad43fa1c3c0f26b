#include "backend/http/routes.h"

#include <nlohmann/json.hpp>

#include "backend/core/structured_log.h"
#include "backend/rooms/home/announcements.h"
#include "backend/rooms/registration/registration_service.h"
#include "backend/storage/database.h"
#include "backend/storage/soci.h"
#include "protocol/languages.h"

namespace madoguchi::backend {
namespace {

using protocol::Reason;
using protocol::Refusal;
using Result = std::variant<HttpAnswer, Refusal>;

/// A fault of the database passes; the client may try again.
RouteHandler guarded(StructuredLog& log, RouteHandler handler) {
  return [&log, handler = std::move(handler)](const HttpRequest& request) -> Result {
    try {
      return handler(request);
    } catch (const soci::soci_error& error) {
      log.error("databaseFailed", {{"error", describe(error)}});
      return Refusal{Reason::unavailable};
    }
  };
}

}  // namespace

std::vector<Route> makeRoutes(const RouteParts& parts) {
  Route health{"GET", "/v1/health", [&database = parts.database](const HttpRequest&) -> Result {
                 if (database.answers()) {
                   return HttpAnswer{200, R"({"status":"ok"})"};
                 }
                 return HttpAnswer{503, R"({"status":"unavailable"})"};
               }};
  health.rateLimited = false;

  Route nonces{
      "POST", "/v1/nonces", [&service = parts.service](const HttpRequest& request) -> Result {
        // One at a time for each connection, so that nobody can pile them up.
        std::string* pending = request.connectionNote;
        const Nonce nonce = service.issueNonce(pending != nullptr ? *pending : std::string());
        if (pending != nullptr) {
          *pending = nonce.value;
        }
        const nlohmann::json json = {{"nonce", nonce.value},
                                     {"expiresAt", rfc3339(nonce.expiresAt)}};
        return HttpAnswer{201, json.dump()};
      }};

  Route news{"GET", "/v1/announcements",
             [file = parts.announcements](const HttpRequest& request) -> Result {
               const std::string language = request.parameter("language");
               if (protocol::findLanguage(language) == nullptr) {
                 return Refusal{Reason::malformed};
               }
               return HttpAnswer{200, announcements(file, language).dump()};
             }};

  Route registrations{"POST", "/v1/registrations",
                      [&service = parts.service,
                       mailAdded = parts.mailAdded](const HttpRequest& request) -> Result {
                        auto outcome = service.registerPerson(request.body, request.idempotencyKey);
                        if (auto* refusal = std::get_if<Refusal>(&outcome)) {
                          return std::move(*refusal);
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

  for (Route* route : {&nonces, &registrations}) {
    route->handler = guarded(parts.log, std::move(route->handler));
  }
  return {std::move(health), std::move(nonces), std::move(news), std::move(registrations)};
}

}  // namespace madoguchi::backend
