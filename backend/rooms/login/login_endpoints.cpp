#include "backend/rooms/login/login_endpoints.h"

#include <nlohmann/json.hpp>

#include "backend/rooms/login/card_login.h"
#include "backend/rooms/login/login_service.h"
#include "protocol/ascii.h"

namespace madoguchi::backend {
namespace {

constexpr std::size_t kMostSignatures = 32UL * 1024;  ///< bytes; two with their certificates
constexpr std::size_t kMostCredentials = 1024;        ///< bytes; ID and password are 52 characters

template <typename Service>
Outcome createSession(Service& service, const Request& request) {
  auto outcome = service.logIn(request.body, request.subscriber, request.deadline);
  if (auto* refusal = std::get_if<protocol::Refusal>(&outcome)) {
    return std::move(*refusal);
  }
  const auto& welcome = std::get<Welcome>(outcome);
  nlohmann::json json = {{"token", welcome.token},
                         {"userName", welcome.userName},
                         {"userClass", welcome.userClass},
                         {"userInformationOnly", welcome.userInformationOnly}};
  if (welcome.passwordExpiresAt) {
    json["passwordExpiresAt"] = rfc3339(*welcome.passwordExpiresAt);
  }
  if (welcome.lastLogin) {
    json["lastLogin"] = rfc3339(*welcome.lastLogin);
  }
  if (welcome.cardEnded) {
    json["cardEnded"] = true;
  }
  if (welcome.mailsComeBack) {
    json["mailsComeBack"] = true;
  }
  return Answer{.status = kCreated, .body = json.dump()};
}

Outcome createCardSession(const LoginParts& parts, const Request& request) {
  Outcome outcome = createSession(parts.card, request);
  parts.mailAdded();  // perhaps: that a new card was bound
  return outcome;
}

Outcome showSession(const LoginService& service) {
  return Answer{.body = nlohmann::json{{"endsAt", rfc3339(service.endOfSession())}}.dump()};
}

Outcome deleteSession(LoginService& service, const Request& request) {
  service.logOut(*request.who, request.subscriber, request.deadline);
  return Answer{.status = kNoContent};
}

}  // namespace

std::vector<Endpoint> loginEndpoints(LoginParts parts) {
  return {{.method = "POST",
           .pattern = "/v1/sessions",
           .takes = "application/json",
           .maxBody = kMostCredentials,
           .cost = Cost::secret,
           .answer =
               [parts](const Request& request) { return createSession(parts.password, request); }},
          {.method = "POST",
           .pattern = "/v1/card-sessions",
           .takes = "application/json",
           .maxBody = kMostSignatures,
           .answer = [parts](const Request& request) { return createCardSession(parts, request); }},
          {.method = "GET",
           .pattern = "/v1/sessions/current",
           .needsSession = true,
           .answer = [&service = parts.password](
                         const Request& /*request*/) { return showSession(service); }},
          {.method = "DELETE",
           .pattern = "/v1/sessions/current",
           .needsSession = true,
           .answer = [&service = parts.password](const Request& request) {
             return deleteSession(service, request);
           }}};
}

FindPrincipal principalFinder(LoginService& service) {
  return [&service](const Request& request) -> std::variant<Principal, protocol::Reason> {
    constexpr std::string_view kScheme = "bearer ";
    const std::string sent = valueOf(request.headers, "authorization");
    if (protocol::lowerCase(std::string_view(sent).substr(0, kScheme.size())) != kScheme) {
      return protocol::Reason::sessionMissing;
    }
    return service.find(std::string_view(sent).substr(kScheme.size()), request.deadline);
  };
}

}  // namespace madoguchi::backend
