#include "app/rooms/application/drafts_api.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "app/rooms/application/application_json.h"
#include "app/server/answers.h"
#include "app/server/server.h"
#include "forms/application/application_form.h"
#include "forms/engine/answers_json.h"

namespace madoguchi::app {
namespace {

constexpr long kOkay = 200;
constexpr long kCreated = 201;
constexpr long kNoContent = 204;
constexpr auto kDrafts = "/v1/drafts";

int revisionIn(const nlohmann::json& object) {
  const auto found = object.find("revision");
  return found != object.end() && found->is_number_integer() ? found->get<int>() : 0;
}

}  // namespace

Pending askDrafts(Server& server, std::function<void(DraftsAnswer)> answer) {
  return server.send(
      {.path = kDrafts, .inSession = true}, [answer = std::move(answer)](const HttpAnswer& what) {
        DraftsAnswer read{.failure = failureUnless(kOkay, what)};
        const auto json = read.failure == FailureCode::none ? jsonObjectOf(what) : std::nullopt;
        if (read.failure == FailureCode::none &&
            (!json || !json->value("drafts", nlohmann::json()).is_array())) {
          read.failure = FailureCode::serverAnswer;
        }
        if (read.failure == FailureCode::none) {
          for (const nlohmann::json& one : json->at("drafts")) {
            DraftLine line{.id = textIn(one, "id"),
                           .procedure = textIn(one, "procedure"),
                           .applicant = textIn(one, "applicant"),
                           .savedAt = timeIn(one, "savedAt"),
                           .expiresAt = timeIn(one, "expiresAt")};
            if (isPlainId(line.id)) {
              read.drafts.push_back(std::move(line));
            }
          }
        }
        answer(std::move(read));
      });
}

DraftAnswer readDraft(long hopedFor, const HttpAnswer& answer) {
  if (const FailureCode failure = failureOfOne(hopedFor, answer); failure != FailureCode::none) {
    return {.failure = failure};
  }
  const auto json = jsonObjectOf(answer);
  auto answers = json ? answersIn(*json) : std::nullopt;
  if (!answers || !isPlainId(textIn(*json, "id"))) {
    return {.failure = FailureCode::serverAnswer};
  }
  return {.draft = {.id = textIn(*json, "id"),
                    .forWhom = textIn(*json, "forWhom"),
                    .procedure = textIn(*json, "procedure"),
                    .page = textIn(*json, "page").toStdString(),
                    .revision = revisionIn(*json),
                    .savedAt = timeIn(*json, "savedAt"),
                    .expiresAt = timeIn(*json, "expiresAt"),
                    .answers = std::move(*answers),
                    .files = filesIn(*json)}};
}

Pending askDraft(Server& server, const QString& id, std::function<void(DraftAnswer)> answer) {
  return server.send(
      {.path = draftPath(id), .inSession = true},
      [answer = std::move(answer)](const HttpAnswer& what) { answer(readDraft(kOkay, what)); });
}

Pending beginDraft(Server& server, const std::string& key, const Draft& draft,
                   const QString& filesFrom, std::function<void(DraftAnswer)> answer) {
  const forms::Definition& form = forms::applicationForm();
  nlohmann::json body = {{"forWhom", draft.forWhom.toStdString()},
                         {"procedure", draft.procedure.toStdString()},
                         {"formVersion", form.version},
                         {"values", valuesOf(forms::draftJson(form, draft.answers))},
                         {"page", draft.page}};
  if (!filesFrom.isEmpty()) {
    body["filesFrom"] = filesFrom.toStdString();
  }
  return server.send(
      {.method = HttpMethod::post,
       .path = kDrafts,
       .json = body.dump(),
       .idempotencyKey = key,
       .inSession = true},
      [answer = std::move(answer)](const HttpAnswer& what) { answer(readDraft(kCreated, what)); });
}

Pending keepDraft(Server& server, const QString& id, int revision, const std::string& values,
                  const std::string& page, std::function<void(KeptAnswer)> answer) {
  const nlohmann::json body = {{"revision", revision},
                               {"formVersion", forms::applicationForm().version},
                               {"values", valuesOf(values)},
                               {"page", page}};
  return server.send(
      {.method = HttpMethod::put, .path = draftPath(id), .json = body.dump(), .inSession = true},
      [answer = std::move(answer)](const HttpAnswer& what) {
        KeptAnswer kept{.failure = failureOfOne(kOkay, what)};
        const auto json = kept.failure == FailureCode::none ? jsonObjectOf(what) : std::nullopt;
        if (json) {
          kept.revision = revisionIn(*json);
          kept.savedAt = timeIn(*json, "savedAt");
        } else if (kept.failure == FailureCode::none) {
          kept.failure = FailureCode::serverAnswer;
        }
        answer(kept);
      });
}

Pending throwDraftAway(Server& server, const QString& id, std::function<void(FailureCode)> answer) {
  return server.send({.method = HttpMethod::remove, .path = draftPath(id), .inSession = true},
                     [answer = std::move(answer)](const HttpAnswer& what) {
                       answer(failureOfOne(kNoContent, what));
                     });
}

}  // namespace madoguchi::app
