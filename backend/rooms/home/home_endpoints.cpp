#include "backend/rooms/home/home_endpoints.h"

#include <nlohmann/json.hpp>

#include "backend/rooms/home/announcements.h"
#include "protocol/languages.h"

namespace madoguchi::backend {

std::vector<Endpoint> homeEndpoints(HomeParts parts) {
  return {{.method = "GET",
           .pattern = "/v1/health",
           .forAnyClient = true,
           .cost = Cost::free,
           .answer = [obstacle = std::move(parts.obstacle)](const Request&) -> Outcome {
             constexpr int kUnavailable = 503;
             return obstacle()
                        ? Answer{.status = kUnavailable, .body = R"({"status":"unavailable"})"}
                        : Answer{.body = R"({"status":"ok"})"};
           }},
          {.method = "GET",
           .pattern = "/v1/announcements",
           .forAnyClient = true,
           .answer = [announcements = std::move(parts.announcements),
                      procedureFacts = std::move(parts.procedureFacts),
                      helpDesk = std::move(parts.helpDesk),
                      leastClient = parts.leastClient](const Request& request) -> Outcome {
             const std::string language = valueOf(request.query, "language");
             if (protocol::findLanguage(language) == nullptr) {
               return protocol::Refusal{protocol::Reason::malformed};
             }
             nlohmann::json answer = announcements->in(language);
             if (!helpDesk.empty()) answer["helpDesk"] = helpDesk;
             for (const std::string& file : procedureFacts()) {
               answer["procedureFacts"].push_back(nlohmann::json::parse(file));
             }
             if (leastClient) answer["leastClient"] = protocol::toText(*leastClient);
             return Answer{.body = answer.dump()};
           }}};
}

}  // namespace madoguchi::backend
