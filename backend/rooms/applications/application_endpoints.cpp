#include "backend/rooms/applications/application_endpoints.h"

#include <charconv>
#include <nlohmann/json.hpp>

#include "backend/filing/attachment_endpoints.h"
#include "backend/rooms/applications/application_desk.h"
#include "backend/rooms/applications/application_json.h"
#include "backend/rooms/applications/filing_service.h"
#include "protocol/strict_json.h"

namespace madoguchi::backend {
namespace {

using protocol::Reason;
using protocol::Refusal;

constexpr std::size_t kLongestReceipt = 256;
// Each character of the longest text as two \uXXXX, and a little around it.
constexpr std::size_t kLongestReportBody = kLongestReport * 12 + 1024;

AttachmentService::Owner ownerOfFiles(ApplicationDesk& desk, const Request& request) {
  return {
      .accountId = request.who->accountId,
      .id = valueOf(request.path, "id"),
      .takes = [&desk, account = request.who->accountId, id = valueOf(request.path, "id")](
                   Transaction& transaction) { return desk.takesFiles(transaction, account, id); },
      .removableSince =
          [id = valueOf(request.path, "id")](Transaction& transaction) {
            return ApplicationDesk::documentsWantedSince(transaction, id);
          }};
}

Answer shownWithFiles(const ApplicationParts& parts, const Request& request,
                      const OwnApplication& application) {
  nlohmann::json json = detailJson(application);
  json["attachments"] = filesJson(
      application, parts.attachments.list(ownerOfFiles(parts.desk, request), request.deadline));
  return Answer{.body = json.dump()};
}

Outcome answerWith(const ApplicationParts& parts, const Request& request,
                   ApplicationDesk::Outcome outcome) {
  if (auto* refusal = std::get_if<Refusal>(&outcome)) {
    return std::move(*refusal);
  }
  return shownWithFiles(parts, request, std::get<OwnApplication>(outcome));
}

Outcome fileDraft(const ApplicationParts& parts, const Request& request) {
  auto outcome = parts.filing.file({.accountId = request.who->accountId,
                                    .draftId = valueOf(request.path, "id"),
                                    .body = request.body,
                                    .attempt = request.idempotencyKey},
                                   request.deadline);
  if (auto* refusal = std::get_if<Refusal>(&outcome)) {
    return std::move(*refusal);
  }
  parts.mailAdded();
  const auto& application = std::get<ApplicationRow>(outcome);
  return Answer{.status = kCreated,
                .body = nlohmann::json{{"id", application.id},
                                       {"provisionalNumber", application.provisionalNumber},
                                       {"filedAt", rfc3339(application.filedAt)}}
                            .dump()};
}

/// 0 where it is no number.
int lengthIn(const std::string& text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

Outcome listApplications(const ApplicationParts& parts, const Request& request) {
  const auto limit = request.query.find("limit");
  auto outcome = parts.desk.list(
      request.who->accountId, valueOf(request.query, "before"),
      limit == request.query.end() ? kLongestPage : lengthIn(limit->second), request.deadline);
  if (auto* refusal = std::get_if<Refusal>(&outcome)) {
    return std::move(*refusal);
  }
  return Answer{.body = pageJson(std::get<ApplicationPage>(outcome)).dump()};
}

Outcome showApplication(const ApplicationParts& parts, const Request& request) {
  return answerWith(
      parts, request,
      parts.desk.find(request.who->accountId, valueOf(request.path, "id"), request.deadline));
}

Outcome withdrawApplication(const ApplicationParts& parts, const Request& request) {
  auto outcome =
      parts.desk.withdraw(request.who->accountId, valueOf(request.path, "id"), request.deadline);
  parts.mailAdded();
  return answerWith(parts, request, std::move(outcome));
}

Outcome handInDocuments(const ApplicationParts& parts, const Request& request) {
  return answerWith(parts, request,
                    parts.desk.takeDocuments(request.who->accountId, valueOf(request.path, "id"),
                                             request.deadline));
}

/// Of a body that says nothing else.
std::optional<std::string> onlyText(const Request& request, const char* name, std::size_t longest) {
  auto json = protocol::readStrictJson(request.body, {.bytes = longest, .depth = 1});
  std::string text;
  const bool good =
      json && json->is_object() && protocol::takeString(*json, name, text) && json->empty();
  return good ? std::optional(std::move(text)) : std::nullopt;
}

Outcome changeReceive(const ApplicationParts& parts, const Request& request) {
  const auto receipt = onlyText(request, "receive", kLongestReceipt);
  if (!receipt) {
    return Refusal{Reason::malformed};
  }
  return answerWith(parts, request,
                    parts.desk.changeReceipt(request.who->accountId, valueOf(request.path, "id"),
                                             *receipt, request.deadline));
}

Outcome reportErrorIn(const ApplicationParts& parts, const Request& request) {
  auto text = onlyText(request, "text", kLongestReportBody);
  if (!text) {
    return Refusal{Reason::malformed};
  }
  Outcome outcome =
      answerWith(parts, request,
                 parts.desk.report(request.who->accountId, valueOf(request.path, "id"),
                                   std::move(*text), request.idempotencyKey, request.deadline));
  if (auto* answer = std::get_if<Answer>(&outcome)) {
    answer->status = kCreated;
  }
  return outcome;
}

Outcome copyApplication(const ApplicationParts& parts, const Request& request) {
  auto outcome = parts.desk.copyAsDraft(request.who->accountId, valueOf(request.path, "id"),
                                        request.idempotencyKey, request.deadline);
  if (auto* refusal = std::get_if<Refusal>(&outcome)) {
    return std::move(*refusal);
  }
  return Answer{.status = kCreated,
                .body = nlohmann::json{{"id", std::get<std::string>(outcome)}}.dump()};
}

}  // namespace

std::vector<Endpoint> applicationEndpoints(const ApplicationParts& parts) {
  const auto endpoint = [&parts](std::string method, std::string pattern,
                                 Outcome (*answer)(const ApplicationParts&, const Request&)) {
    return Endpoint{
        .method = std::move(method),
        .pattern = std::move(pattern),
        .needsSession = true,
        .forApplicants = true,
        .answer = [parts, answer](const Request& request) { return answer(parts, request); }};
  };
  std::vector<Endpoint> endpoints = attachmentEndpoints(
      parts.attachments, "/v1/applications/{id}",
      [&desk = parts.desk](const Request& request) { return ownerOfFiles(desk, request); });
  endpoints.push_back(endpoint("POST", "/v1/drafts/{id}/application", fileDraft));
  endpoints.back().needsIdempotencyKey = true;
  endpoints.back().takes = "application/json";
  endpoints.back().maxBody = kLongestFiling;
  endpoints.push_back(endpoint("GET", "/v1/applications", listApplications));
  endpoints.push_back(endpoint("GET", "/v1/applications/{id}", showApplication));
  endpoints.push_back(endpoint("POST", "/v1/applications/{id}/withdrawal", withdrawApplication));
  endpoints.push_back(endpoint("POST", "/v1/applications/{id}/documents", handInDocuments));
  endpoints.push_back(endpoint("POST", "/v1/applications/{id}/draft", copyApplication));
  endpoints.back().needsIdempotencyKey = true;
  endpoints.push_back(endpoint("POST", "/v1/applications/{id}/error-reports", reportErrorIn));
  endpoints.back().needsIdempotencyKey = true;
  endpoints.back().takes = "application/json";
  endpoints.back().maxBody = kLongestReportBody;
  endpoints.push_back(endpoint("PUT", "/v1/applications/{id}/receive", changeReceive));
  endpoints.back().takes = "application/json";
  endpoints.back().maxBody = kLongestReceipt;
  return endpoints;
}

}  // namespace madoguchi::backend
