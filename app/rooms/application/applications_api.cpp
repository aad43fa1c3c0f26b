#include "app/rooms/application/applications_api.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "app/rooms/application/application_json.h"
#include "app/server/answers.h"
#include "app/server/server.h"
#include "forms/application/application_form.h"
#include "forms/engine/answers_json.h"
#include "forms/registration/registration_form.h"
#include "protocol/strict_json.h"

namespace madoguchi::app {
namespace {

constexpr long kGood = 200;
constexpr long kMade = 201;

struct StateName {
  ApplicationState state;
  const char* name;
};
constexpr std::array kStates = {StateName{ApplicationState::filed, "filed"},
                                StateName{ApplicationState::examination, "examination"},
                                StateName{ApplicationState::documentsWanted, "documentsWanted"},
                                StateName{ApplicationState::decided, "decided"},
                                StateName{ApplicationState::done, "done"},
                                StateName{ApplicationState::withdrawn, "withdrawn"},
                                StateName{ApplicationState::refused, "refused"},
                                StateName{ApplicationState::ended, "ended"}};

std::optional<ApplicationState> stateIn(const nlohmann::json& object) {
  const QString name = textIn(object, "state");
  const auto* found = std::ranges::find_if(
      kStates, [&](const StateName& one) { return name == QLatin1String(one.name); });
  return found == kStates.end() ? std::nullopt : std::optional(found->state);
}

std::optional<ApplicationLine> lineFrom(const nlohmann::json& json) {
  const auto state = stateIn(json);
  if (!state || !isPlainId(textIn(json, "id"))) {
    return std::nullopt;
  }
  return ApplicationLine{.id = textIn(json, "id"),
                         .procedure = textIn(json, "procedure"),
                         .applicant = textIn(json, "applicant"),
                         .state = *state,
                         .provisionalNumber = textIn(json, "provisionalNumber"),
                         .number = textIn(json, "number"),
                         .filedAt = timeIn(json, "filedAt"),
                         .changedAt = timeIn(json, "changedAt"),
                         .documentsWanted = textIn(json, "task") == u"documents",
                         .wantedUntil = timeIn(json, "wantedUntil")};
}

std::optional<Application> applicationFrom(const nlohmann::json& json) {
  auto line = lineFrom(json);
  auto answers = answersIn(json);
  if (!line || !answers) {
    return std::nullopt;
  }
  Application read{.line = std::move(*line),
                   .receive = textIn(json, "receive"),
                   .answers = std::move(*answers),
                   .files = filesIn(json)};
  for (const nlohmann::json& step : json.value("history", nlohmann::json::array())) {
    if (const auto state = stateIn(step)) {
      read.history.push_back({*state, timeIn(step, "at")});
    }
  }
  for (const nlohmann::json& report : json.value("errorReports", nlohmann::json::array())) {
    read.reports.push_back({textIn(report, "text"), timeIn(report, "at")});
  }
  if (const auto wanted = json.find("wanted"); wanted != json.end() && wanted->is_object()) {
    read.wanted = textIn(*wanted, "text");
    read.line.wantedUntil = timeIn(*wanted, "until");
  }
  const auto result = json.find("result");
  if (result != json.end() && result->is_object() &&
      result->value("granted", nlohmann::json()).is_boolean()) {
    read.granted = result->at("granted").get<bool>();
    read.result = textIn(*result, "text");
  }
  return read;
}

std::function<void(const HttpAnswer&)> reading(std::function<void(ApplicationAnswer)> answer,
                                               long hopedFor = kGood) {
  return [answer = std::move(answer), hopedFor](const HttpAnswer& what) {
    ApplicationAnswer read{.failure = failureOfOne(hopedFor, what)};
    if (read.failure == FailureCode::none) {
      const auto json = jsonObjectOf(what);
      auto found = json ? applicationFrom(*json) : std::nullopt;
      if (found) {
        read.application = std::move(*found);
      } else {
        read.failure = FailureCode::serverAnswer;
      }
    }
    answer(std::move(read));
  };
}

}  // namespace

Pending askApplications(Server& server, const QString& before,
                        std::function<void(ApplicationsAnswer)> answer) {
  std::string path = "/v1/applications";
  if (!before.isEmpty()) {
    path += "?before=" + before.toStdString();
  }
  return server.send({.path = std::move(path), .inSession = true}, [answer = std::move(answer)](
                                                                       const HttpAnswer& what) {
    ApplicationsAnswer read{.failure = failureUnless(kGood, what)};
    const auto json = read.failure == FailureCode::none ? jsonObjectOf(what) : std::nullopt;
    const auto list = json ? json->value("applications", nlohmann::json()) : nlohmann::json();
    if (read.failure == FailureCode::none && !list.is_array()) {
      read.failure = FailureCode::serverAnswer;
    }
    for (const nlohmann::json& one : list) {
      if (auto line = lineFrom(one)) {
        read.applications.push_back(std::move(*line));
      }
    }
    const QString next = json ? textIn(*json, "next") : QString();
    read.next = isPlainId(next) ? next : QString();
    answer(std::move(read));
  });
}

Pending askApplication(Server& server, const QString& id,
                       std::function<void(ApplicationAnswer)> answer) {
  return server.send({.path = applicationPath(id), .inSession = true}, reading(std::move(answer)));
}

Pending withdrawApplication(Server& server, const QString& id,
                            std::function<void(ApplicationAnswer)> answer) {
  return server.send(
      {.method = HttpMethod::post, .path = applicationPath(id) + "/withdrawal", .inSession = true},
      reading(std::move(answer)));
}

Pending changeReceive(Server& server, const QString& id, const QString& receive,
                      std::function<void(ApplicationAnswer)> answer) {
  return server.send({.method = HttpMethod::put,
                      .path = applicationPath(id) + "/receive",
                      .json = nlohmann::json{{"receive", receive.toStdString()}}.dump(),
                      .inSession = true},
                     reading(std::move(answer)));
}

Pending handInDocuments(Server& server, const QString& id,
                        std::function<void(ApplicationAnswer)> answer) {
  return server.send(
      {.method = HttpMethod::post, .path = applicationPath(id) + "/documents", .inSession = true},
      reading(std::move(answer)));
}

Pending reportError(Server& server, const QString& id, const std::string& key, const QString& text,
                    std::function<void(ApplicationAnswer)> answer) {
  return server.send({.method = HttpMethod::post,
                      .path = applicationPath(id) + "/error-reports",
                      .json = nlohmann::json{{"text", text.toStdString()}}.dump(),
                      .idempotencyKey = key,
                      .inSession = true},
                     reading(std::move(answer), kMade));
}

Pending copyAsDraft(Server& server, const QString& id, const std::string& key,
                    std::function<void(CopiedAnswer)> answer) {
  return server.send({.method = HttpMethod::post,
                      .path = applicationPath(id) + "/draft",
                      .idempotencyKey = key,
                      .inSession = true},
                     [answer = std::move(answer)](const HttpAnswer& what) {
                       CopiedAnswer copied{.failure = failureOfOne(kMade, what)};
                       const auto json =
                           copied.failure == FailureCode::none ? jsonObjectOf(what) : std::nullopt;
                       copied.draft = json ? textIn(*json, "id") : QString();
                       if (copied.failure == FailureCode::none && !isPlainId(copied.draft)) {
                         copied.failure = FailureCode::serverAnswer;
                       }
                       answer(copied);
                     });
}

Pending fileApplication(Server& server, const std::string& key, const ToFile& what,
                        std::function<void(FiledAnswer)> answer) {
  nlohmann::json body = {{"revision", what.revision},
                         {"consents", nlohmann::json::array({"applicant"})}};
  if (!what.signedText.empty()) {
    body["signed"] = what.signedText;
  }
  if (what.again) {
    body["again"] = true;
  }
  return server.send(
      {.method = HttpMethod::post,
       .path = draftPath(what.draft) + "/application",
       .json = body.dump(),
       .idempotencyKey = key,
       .inSession = true},
      [answer = std::move(answer)](const HttpAnswer& heard) {
        FiledAnswer read{.failure = failureOfOne(kMade, heard)};
        if (read.failure == FailureCode::formRefused || read.failure == FailureCode::windowClosed) {
          read.errors = protocol::refusalFromJson(heard.body)->fields;
        }
        const auto json = read.failure == FailureCode::none ? jsonObjectOf(heard) : std::nullopt;
        if (json) {
          read.id = textIn(*json, "id");
          read.provisionalNumber = textIn(*json, "provisionalNumber");
          read.filedAt = timeIn(*json, "filedAt");
        } else if (read.failure == FailureCode::none) {
          read.failure = FailureCode::serverAnswer;
        }
        answer(std::move(read));
      });
}

Pending askRegistered(Server& server, std::function<void(RegisteredAnswer)> answer) {
  return server.send({.path = "/v1/account", .inSession = true}, [answer = std::move(answer)](
                                                                     const HttpAnswer& what) {
    RegisteredAnswer read{.failure = failureUnless(kGood, what)};
    if (read.failure == FailureCode::none) {
      const auto json = jsonObjectOf(what);
      auto registered = json ? forms::answersFrom(forms::registrationForm(),
                                                  json->value("form", nlohmann::json()).dump())
                             : std::nullopt;
      read.failure = registered ? FailureCode::none : FailureCode::serverAnswer;
      if (registered) {
        read.values = std::move(registered->values);
        // Who came in where there is one class only has not chosen it.
        read.values.emplace("userClass", protocol::stringMember(*json, "entrance"));
      }
    }
    answer(std::move(read));
  });
}

}  // namespace madoguchi::app
