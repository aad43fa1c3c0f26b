#pragma once

#include <QDate>
#include <QDateTime>
#include <nlohmann/json.hpp>
#include <string>

#include "forms/application/application_form.h"
#include "forms/engine/answers_json.h"
#include "forms/engine/attachment.h"
#include "tests/unit/app/scripted_server.h"
#include "tests/unit/forms/application/application_answers.h"

// What the service says of drafts and applications of made-up people.

namespace madoguchi::test::applicationWire {

inline const std::string kDraftId = "d1" + std::string(30, '0');
inline const std::string kOtherDraftId = "d2" + std::string(30, '0');
inline const std::string kApplicationId = "a1" + std::string(30, '0');
inline const std::string kFileId = "f1" + std::string(30, '0');
inline const std::string kDraft = "/v1/drafts/" + kDraftId;
inline const std::string kFiling = kDraft + "/application";
inline const std::string kApplication = "/v1/applications/" + kApplicationId;

/// Which the product reckons with: from 15:00 UTC it is tomorrow there.
inline QDate todayInJapan() { return QDateTime::currentDateTimeUtc().addSecs(9 * 3600).date(); }

inline std::string inDays(int days) {
  return todayInJapan().addDays(days).toString(Qt::ISODate).toStdString();
}
inline ScriptedServer::Answer registered(const std::string& userClass = "foreignNational") {
  return {.status = 200,
          .body = R"({"authenticationId":"bcdfg01234","entrance":"cardHolder","form":{"answers":{)"
                  R"("addressRest":"霞が関１－１－１","dateOfBirth":"1990-04-15",)"
                  R"("email":"maria@mail.example","municipalityCode":"131016",)"
                  R"("name":"SANTOS MARIA CLARA","phone":"0312345678",)"
                  R"("residenceCardNumber":"AB12345678CD","sex":"female","userClass":")" +
                  userClass + R"("},"id":"registration","version":1}})"};
}
/// An extension as spouse of a Japanese national, good in every item today.
inline forms::Answers goodAnswers() {
  forms::Answers answers = forms::spousesAnswers();
  answers.values["stayExpiry"] = inDays(60);
  answers.values["passportExpiry"] = inDays(900);
  return answers;
}
/// The files that an application names, all of them there.
inline nlohmann::json filesNamedIn(const forms::Answers& answers) {
  auto files = nlohmann::json::array();
  const auto look = [&](const forms::Values& values) {
    for (const auto& [field, value] : values) {
      const auto file = forms::attachmentFrom(value);
      if (!file) continue;
      const bool isPhoto = file->mediaType == "image/jpeg";
      const std::string number = std::to_string(files.size());
      files.push_back({{"id", "e" + number + std::string(31 - number.size(), '0')},
                       {"kind", isPhoto ? "photo" : "document"},
                       {"name", isPhoto ? "photo.jpg" : "document.pdf"},
                       {"bytes", file->bytes},
                       {"received", file->bytes},
                       {"sha256", file->digest},
                       {"state", "whole"}});
    }
  };
  look(answers.values);
  for (const auto& [group, rows] : answers.groups)
    for (const forms::Row& row : rows) look(row.values);
  return files;
}
/// `files` in place of those that it names.
inline std::string draft(const forms::Answers& answers, int revision = 1,
                         const std::string& page = "", const std::string& id = kDraftId,
                         const std::string& files = "") {
  return nlohmann::json{
      {"id", id},
      {"forWhom", "self"},
      {"procedure", "extension"},
      {"formVersion", forms::applicationForm().version},
      {"values",
       nlohmann::json::parse(forms::draftJson(forms::applicationForm(), answers)).at("answers")},
      {"page", page},
      {"revision", revision},
      {"savedAt", "2026-11-26T03:04:00Z"},
      {"expiresAt", "2099-02-24T03:04:00Z"},
      {"attachments",
       files.empty() ? filesNamedIn(answers) : nlohmann::json::parse("[" + files + "]")}}
      .dump();
}
/// A file as the service has it; `more` members of it, each with a comma before it.
inline std::string fileJson(std::uint64_t received, std::uint64_t bytes,
                            const std::string& more = {},
                            const std::string& digest = std::string(64, 'a'),
                            const std::string& id = kFileId) {
  return R"({"id":")" + id + R"(","kind":"photo","name":"photo.jpg","bytes":)" +
         std::to_string(bytes) + R"(,"received":)" + std::to_string(received) + R"(,"sha256":")" +
         digest + R"(","state":")" + (received == bytes ? "whole" : "arriving") + R"(")" + more +
         "}";
}
inline ScriptedServer::Answer attachment(int status, std::uint64_t received, std::uint64_t bytes) {
  return {.status = status, .body = fileJson(received, bytes)};
}
inline ScriptedServer::Answer kept(int revision) {
  return {.status = 200,
          .body = R"({"revision":)" + std::to_string(revision) +
                  R"(,"savedAt":"2026-11-26T05:32:00Z","expiresAt":"2027-02-24T05:32:00Z"})"};
}
inline std::string draftLine(const std::string& id = kDraftId) {
  return R"({"id":")" + id +
         R"(","procedure":"extension","status":"T61","applicant":"SANTOS MARIA CLARA",)"
         R"("revision":1,"savedAt":"2026-11-26T03:04:00Z","expiresAt":"2027-02-24T03:04:00Z"})";
}
/// In the list; `more` members of it, each with a comma before it.
inline std::string applicationLine(const std::string& state, const std::string& more = {},
                                   const std::string& id = kApplicationId) {
  return R"({"id":")" + id +
         R"(","procedure":"extension","applicant":"SANTOS MARIA CLARA","state":")" + state +
         R"(","provisionalNumber":"P20261126-00000001","number":"","filedAt":"2026-11-20T03:04:00Z",)"
         R"("changedAt":"2026-11-21T03:04:00Z","task":")" +
         (state == "documentsWanted" ? "documents" : "") + R"(")" + more + "}";
}
inline std::string step(const std::string& state) {
  return R"({"state":")" + state + R"(","at":"2026-11-21T03:04:00Z"})";
}
/// An application that was filed, in a state; `more` members of it and `steps` before the last one,
/// each with a comma before it.
inline ScriptedServer::Answer detail(const std::string& state, const std::string& more = {},
                                     const std::string& files = {}, const std::string& steps = {},
                                     const forms::Answers& answers = goodAnswers()) {
  const std::string values =
      nlohmann::json::parse(forms::draftJson(forms::applicationForm(), answers))
          .at("answers")
          .dump();
  const bool says = more.find("errorReports") != std::string::npos;
  const std::string reports = says ? "" : R"(,"errorReports":[])";
  return {.status = 200,
          .body = applicationLine(
              state, R"(,"forWhom":"self","formVersion":1,"receive":"post","history":[)"
                     R"({"state":"filed","at":"2026-11-20T03:04:00Z"})" +
                         steps + "," + step(state) + R"(],"attachments":[)" + files +
                         R"(],"values":)" + values + reports + more)};
}

}  // namespace madoguchi::test::applicationWire
