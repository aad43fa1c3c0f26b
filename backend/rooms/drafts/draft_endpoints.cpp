#include "backend/rooms/drafts/draft_endpoints.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "backend/filing/attachment_endpoints.h"
#include "backend/filing/draft_store.h"
#include "backend/rooms/drafts/draft_json.h"
#include "backend/rooms/drafts/draft_service.h"

namespace madoguchi::backend {
namespace {

using protocol::Reason;
using protocol::Refusal;

template <typename Show>
Outcome answerOf(std::variant<Draft, Refusal> outcome, int status, Show show) {
  if (auto* refusal = std::get_if<Refusal>(&outcome)) {
    return std::move(*refusal);
  }
  return Answer{.status = status, .body = show(std::get<Draft>(outcome)).dump()};
}

AttachmentService::Owner ownerOf(const DraftParts& parts, const Request& request) {
  const std::string account = request.who->accountId;
  const std::string id = valueOf(request.path, "id");
  return {.accountId = account,
          .id = id,
          .takes =
              [account, id](Transaction& transaction) {
                return draftOf(transaction, account, id).has_value();
              },
          .names =
              [&drafts = parts.drafts, account, id](Transaction& transaction) {
                return drafts.filesNamed(transaction, account, id);
              }};
}

Outcome listDrafts(const DraftParts& parts, const Request& request) {
  nlohmann::json list = nlohmann::json::array();
  for (const Draft& draft : parts.drafts.list(request.who->accountId, request.deadline)) {
    list.push_back(summaryJson(draft));
  }
  return Answer{.body = nlohmann::json{{"drafts", std::move(list)}}.dump()};
}

Outcome showDraft(const DraftParts& parts, const Request& request) {
  auto outcome =
      parts.drafts.find(request.who->accountId, valueOf(request.path, "id"), request.deadline);
  if (auto* refusal = std::get_if<Refusal>(&outcome)) {
    return std::move(*refusal);
  }
  nlohmann::json json = draftJson(std::get<Draft>(outcome));
  json["attachments"] = nlohmann::json::array();
  for (const Attachment& file : parts.attachments.list(ownerOf(parts, request), request.deadline)) {
    json["attachments"].push_back(attachmentJson(file));
  }
  return Answer{.body = json.dump()};
}

Outcome createDraft(const DraftParts& parts, const Request& request) {
  return answerOf(parts.drafts.create(request.who->accountId, request.body, request.idempotencyKey,
                                      request.deadline),
                  kCreated, draftJson);
}

Outcome saveDraft(const DraftParts& parts, const Request& request) {
  return answerOf(parts.drafts.save(request.who->accountId, valueOf(request.path, "id"),
                                    request.body, request.deadline),
                  200, savedJson);
}

Outcome removeDraft(const DraftParts& parts, const Request& request) {
  if (!parts.drafts.remove(request.who->accountId, valueOf(request.path, "id"), request.deadline)) {
    return Refusal{Reason::notFound};
  }
  return Answer{.status = kNoContent};
}

}  // namespace

std::vector<Endpoint> draftEndpoints(const DraftParts& parts) {
  const auto with = [&parts](Outcome (*answer)(const DraftParts&, const Request&)) {
    return [parts, answer](const Request& request) { return answer(parts, request); };
  };
  std::vector<Endpoint> endpoints =
      attachmentEndpoints(parts.attachments, "/v1/drafts/{id}",
                          [parts](const Request& request) { return ownerOf(parts, request); });
  std::vector<Endpoint> own = {{.method = "GET",
                                .pattern = "/v1/drafts",
                                .needsSession = true,
                                .forApplicants = true,
                                .answer = with(listDrafts)},
                               {.method = "POST",
                                .pattern = "/v1/drafts",
                                .needsSession = true,
                                .forApplicants = true,
                                .needsIdempotencyKey = true,
                                .takes = "application/json",
                                .maxBody = kLongestDraft,
                                .answer = with(createDraft)},
                               {.method = "GET",
                                .pattern = "/v1/drafts/{id}",
                                .needsSession = true,
                                .forApplicants = true,
                                .answer = with(showDraft)},
                               {.method = "PUT",
                                .pattern = "/v1/drafts/{id}",
                                .needsSession = true,
                                .forApplicants = true,
                                .takes = "application/json",
                                .maxBody = kLongestDraft,
                                .answer = with(saveDraft)},
                               {.method = "DELETE",
                                .pattern = "/v1/drafts/{id}",
                                .needsSession = true,
                                .forApplicants = true,
                                .answer = with(removeDraft)}};
  std::ranges::move(own, std::back_inserter(endpoints));
  return endpoints;
}

}  // namespace madoguchi::backend
