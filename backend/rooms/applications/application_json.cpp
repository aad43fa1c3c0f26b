#include "backend/rooms/applications/application_json.h"

#include "backend/filing/attachment_endpoints.h"
#include "forms/application/application_form.h"
#include "forms/engine/answers_json.h"

namespace madoguchi::backend {

nlohmann::json summaryJson(const ApplicationRow& row, const std::string& applicant) {
  nlohmann::json json = {
      {"id", row.id},
      {"procedure", row.procedure},
      {"applicant", applicant},
      {"state", row.state},
      {"provisionalNumber", row.provisionalNumber},
      {"number", row.number},
      {"filedAt", rfc3339(row.filedAt)},
      {"changedAt", rfc3339(row.changedAt)},
      {"task", row.state == application_state::kDocumentsWanted ? "documents" : ""}};
  if (row.wantedUntil) {
    json["wantedUntil"] = rfc3339(*row.wantedUntil);
  }
  return json;
}

nlohmann::json pageJson(const ApplicationPage& page) {
  nlohmann::json json = {{"applications", nlohmann::json::array()}};
  for (const ListedApplication& application : page.applications) {
    json["applications"].push_back(summaryJson(application.row, application.applicant));
  }
  if (!page.next.empty()) {
    json["next"] = page.next;
  }
  return json;
}

nlohmann::json detailJson(const OwnApplication& application) {
  const ApplicationContent& content = application.content;
  const forms::Definition& form = forms::applicationForm();
  nlohmann::json json = summaryJson(application.row, content.applicant);
  json["forWhom"] = content.draft.forWhom;
  json["receive"] = application.row.receipt;
  json["formVersion"] = form.version;
  json["values"] = nlohmann::json::parse(draftJson(form, answersOf(content))).at("answers");
  json["history"] = nlohmann::json::array();
  for (const ApplicationStep& step : application.steps) {
    json["history"].push_back({{"state", step.state}, {"at", rfc3339(step.happenedAt)}});
  }
  json["errorReports"] = nlohmann::json::array();
  for (const ErrorReport& report : application.reports) {
    json["errorReports"].push_back({{"text", report.text}, {"at", rfc3339(report.reportedAt)}});
  }
  if (application.row.wantedUntil) {
    json["wanted"] = {{"text", content.wanted}, {"until", rfc3339(*application.row.wantedUntil)}};
  }
  if (content.granted) {
    json["result"] = {{"granted", *content.granted}, {"text", content.result}};
  }
  return json;
}

nlohmann::json filesJson(const OwnApplication& application, const std::vector<Attachment>& files) {
  const bool areWanted = application.row.state == application_state::kDocumentsWanted;
  nlohmann::json list = nlohmann::json::array();
  for (const Attachment& file : files) {
    list.push_back(attachmentJson(file));
    if (areWanted && file.createdAt >= application.steps.back().happenedAt) {
      list.back()["added"] = true;
    }
  }
  return list;
}

}  // namespace madoguchi::backend
