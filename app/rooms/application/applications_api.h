#pragma once

#include <QString>
#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/rooms/application/drafts_api.h"
#include "app/rooms/application/stored_file.h"
#include "forms/engine/japan_day.h"
#include "protocol/field_error.h"

// What was filed, as the service knows it (backend/openapi.json), and the filing itself.

namespace madoguchi::app {

enum class ApplicationState : std::uint8_t {
  filed,
  examination,
  documentsWanted,
  decided,
  done,
  withdrawn,
  refused,
  ended,  ///< with the one that it was filed together with
};

/// An application in the list.
struct ApplicationLine {
  QString id;
  QString procedure;
  QString applicant;
  ApplicationState state = ApplicationState::filed;
  QString provisionalNumber;
  QString number;  ///< the official one, which comes the day after; empty until then
  std::chrono::sys_seconds filedAt{};
  std::chrono::sys_seconds changedAt{};
  bool documentsWanted = false;            ///< the person has something to do
  std::chrono::sys_seconds wantedUntil{};  ///< then; 1970 where the service says no time
  [[nodiscard]] std::chrono::year_month_day filedOn() const { return forms::dayInJapan(filedAt); }
  /// The last day on which they are wanted; std::nullopt where that day is not wanted to its end.
  [[nodiscard]] std::optional<std::chrono::year_month_day> lastDayWanted() const {
    const auto last = forms::lastDayInJapan(wantedUntil);
    return last == forms::dayInJapan(wantedUntil) ? std::nullopt : std::optional(last);
  }
};

struct ApplicationsAnswer {
  FailureCode failure = FailureCode::none;
  std::vector<ApplicationLine> applications = {};  ///< newest first
  QString next = {};                               ///< where older ones follow: what asks for them
};
/// Some of them, from the newest on or from where a list before ended.
Pending askApplications(Server& server, const QString& before,
                        std::function<void(ApplicationsAnswer)> answer);

struct Application {
  struct Step {
    ApplicationState state = ApplicationState::filed;
    std::chrono::sys_seconds at{};
  };
  /// What the person wrote to the office about it.
  struct Report {
    QString text;
    std::chrono::sys_seconds at{};
  };
  ApplicationLine line = {};
  std::vector<Step> history = {};    ///< oldest first
  std::vector<Report> reports = {};  ///< likewise
  QString receive = {};              ///< "post" or "counter"
  QString wanted = {};               ///< which documents, in the office's words
  std::optional<bool> granted = std::nullopt;
  QString result = {};          ///< in the office's words
  forms::Answers answers = {};  ///< as it was filed
  std::vector<StoredFile> files = {};
};

struct ApplicationAnswer {
  FailureCode failure = FailureCode::none;
  Application application = {};
};
Pending askApplication(Server& server, const QString& id,
                       std::function<void(ApplicationAnswer)> answer);
Pending withdrawApplication(Server& server, const QString& id,
                            std::function<void(ApplicationAnswer)> answer);
/// `receive` as in Application.
Pending changeReceive(Server& server, const QString& id, const QString& receive,
                      std::function<void(ApplicationAnswer)> answer);
/// What was wanted has been added.
Pending handInDocuments(Server& server, const QString& id,
                        std::function<void(ApplicationAnswer)> answer);
/// That something in it is wrong. The same key with the same text is carried out once.
Pending reportError(Server& server, const QString& id, const std::string& key, const QString& text,
                    std::function<void(ApplicationAnswer)> answer);
struct CopiedAnswer {
  FailureCode failure = FailureCode::none;
  QString draft = {};  ///< id of the new one
};
/// A new draft with the answers of an application, but for what belonged to one filing. The same
/// key is carried out once.
Pending copyAsDraft(Server& server, const QString& id, const std::string& key,
                    std::function<void(CopiedAnswer)> answer);

/// What is filed: a draft as it was kept last.
struct ToFile {
  QString draft;
  int revision = 0;
  std::string signedText = {};  ///< compact JWS; empty without a card
  bool again = false;           ///< the person knows that the same was filed for the same applicant
};
struct FiledAnswer {
  FailureCode failure = FailureCode::none;
  std::vector<protocol::FieldError> errors = {};  ///< of formRefused
  QString id = {};
  QString provisionalNumber = {};
  std::chrono::sys_seconds filedAt{};
  [[nodiscard]] std::chrono::year_month_day filedOn() const { return forms::dayInJapan(filedAt); }
};
Pending fileApplication(Server& server, const std::string& key, const ToFile& what,
                        std::function<void(FiledAnswer)> answer);

/// Whose account it is, as the registration has it.
struct RegisteredAnswer {
  FailureCode failure = FailureCode::none;
  forms::Values values = {};
};
Pending askRegistered(Server& server, std::function<void(RegisteredAnswer)> answer);

}  // namespace madoguchi::app
