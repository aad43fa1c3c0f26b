#include "backend/rooms/drafts/draft_json.h"

namespace madoguchi::backend {

nlohmann::json savedJson(const Draft& draft) {
  return {{"revision", draft.revision},
          {"savedAt", rfc3339(draft.savedAt)},
          {"expiresAt", rfc3339(draft.expiresAt)}};
}

nlohmann::json summaryJson(const Draft& draft) {
  const auto answers = answersOf(draft.content).value_or(forms::Answers{});
  nlohmann::json json = savedJson(draft);
  json["id"] = draft.id;
  json["procedure"] = draft.content.procedure;
  json["status"] = statusIn(draft.content.procedure, answers);
  json["applicant"] = valueAt(answers, forms::topField("name"));
  return json;
}

nlohmann::json draftJson(const Draft& draft) {
  nlohmann::json json = savedJson(draft);
  json["id"] = draft.id;
  json["forWhom"] = draft.content.forWhom;
  json["procedure"] = draft.content.procedure;
  json["formVersion"] = draft.content.formVersion;
  json["values"] = nlohmann::json::parse(draft.content.values);
  json["page"] = draft.content.page;
  return json;
}

}  // namespace madoguchi::backend
