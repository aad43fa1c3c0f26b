#pragma once

#include <QString>
#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "app/core/failure_code.h"
#include "app/core/pending.h"
#include "app/rooms/application/stored_file.h"
#include "forms/engine/answers.h"

// Drafts of applications, as the service keeps them (backend/openapi.json).

namespace madoguchi::app {

class Server;
struct HttpAnswer;

/// A draft in the list.
struct DraftLine {
  QString id = {};
  QString procedure = {};  ///< "extension", as forms/procedures names them
  QString applicant = {};  ///< as far as it was typed; may be empty
  std::chrono::sys_seconds savedAt{};
  std::chrono::sys_seconds expiresAt{};
};

struct Draft {
  QString id = {};
  QString forWhom = {};  ///< "self", "child", "family" or "client"
  QString procedure = {};
  std::string page = {};  ///< of the form, where the person was; empty for the first
  int revision = 0;
  std::chrono::sys_seconds savedAt{};
  std::chrono::sys_seconds expiresAt{};
  forms::Answers answers = {};  ///< lifted to this program's version of the form
  std::vector<StoredFile> files = {};
};

struct DraftsAnswer {
  FailureCode failure = FailureCode::none;
  std::vector<DraftLine> drafts = {};  ///< newest first
};
Pending askDrafts(Server& server, std::function<void(DraftsAnswer)> answer);

struct DraftAnswer {
  FailureCode failure = FailureCode::none;
  Draft draft = {};
};
Pending askDraft(Server& server, const QString& id, std::function<void(DraftAnswer)> answer);

/// Keeps a new one. The same key is answered with the draft that was made by it, whatever comes
/// with it. What it names of the files of `filesFrom`, where that is not empty, is copied.
Pending beginDraft(Server& server, const std::string& key, const Draft& draft,
                   const QString& filesFrom, std::function<void(DraftAnswer)> answer);
DraftAnswer readDraft(long hopedFor, const HttpAnswer& answer);

struct KeptAnswer {
  FailureCode failure = FailureCode::none;
  int revision = 0;
  std::chrono::sys_seconds savedAt{};
};
/// `values` is forms::draftJson; it takes the place of `revision`.
Pending keepDraft(Server& server, const QString& id, int revision, const std::string& values,
                  const std::string& page, std::function<void(KeptAnswer)> answer);

Pending throwDraftAway(Server& server, const QString& id, std::function<void(FailureCode)> answer);

}  // namespace madoguchi::app
