#include "backend/rooms/home/home_endpoints.h"

#include <nlohmann/json.hpp>

#include "backend/rooms/home/announcements.h"

namespace madoguchi::backend {

std::vector<Endpoint> homeEndpoints(HomeParts parts) {
  return {{.method = "GET",
           .pattern = "/v1/health",
           .cost = Cost::free,
           .answer = [works = std::move(parts.works)](const Request&) -> Outcome {
             constexpr int kUnavailable = 503;
             return works() ? Answer{.body = R"({"status":"ok"})"}
                            : Answer{.status = kUnavailable, .body = R"({"status":"unavailable"})"};
           }},
          {.method = "GET",
           .pattern = "/v1/announcements",
           .answer = [file = std::move(parts.announcements)](const Request& request) -> Outcome {
             const std::string language = valueOf(request.query, "language");
             if (language != "ja" && language != "easy" && language != "en") {
               return Problem{Reason::malformed};
             }
             return Answer{.body = announcements(file, language).dump()};
           }}};
}

}  // namespace madoguchi::backend
