#pragma once

#include <QString>
#include <cstdint>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "app/core/failure_code.h"
#include "app/core/pending.h"

// Files of a draft or an application, as the service has them (backend/openapi.json). Both have
// them below a path of their own, their owner's.

namespace madoguchi::app {

class Server;

struct StoredFile {
  QString id = {};
  QString name = {};
  std::string digest = {};     ///< SHA-256, hexadecimal
  std::uint64_t bytes = 0;     ///< of the whole file
  std::uint64_t received = 0;  ///< have arrived
  bool isWhole = false;        ///< and was found good
  bool isAdded = false;        ///< for documents that are wanted, and not handed in yet

  bool operator==(const StoredFile&) const = default;
};

/// Of a draft: "/v1/drafts/ID".
std::string draftPath(const QString& id);
/// Of an application.
std::string applicationPath(const QString& id);

/// None where the service says no such thing.
std::optional<StoredFile> fileFrom(const nlohmann::json& json);
/// The member "attachments" of a draft or an application.
std::vector<StoredFile> filesIn(const nlohmann::json& object);

/// Good, too, where it is not there any more.
Pending removeFile(Server& server, const std::string& owner, const QString& id,
                   std::function<void(FailureCode)> answer);

}  // namespace madoguchi::app
