#include "app/rooms/application/stored_file.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "app/core/visible_text.h"
#include "app/rooms/application/application_json.h"
#include "app/server/server.h"
#include "protocol/strict_json.h"

namespace madoguchi::app {
namespace {

constexpr long kRemoved = 204;

std::optional<std::uint64_t> countIn(const nlohmann::json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_number_unsigned()
             ? std::optional(found->get<std::uint64_t>())
             : std::nullopt;
}

}  // namespace

std::string draftPath(const QString& id) { return "/v1/drafts/" + id.toStdString(); }
std::string applicationPath(const QString& id) { return "/v1/applications/" + id.toStdString(); }

std::optional<StoredFile> fileFrom(const nlohmann::json& json) {
  if (!json.is_object()) {
    return std::nullopt;
  }
  StoredFile file{.id = textIn(json, "id"),
                  .name = visible(textIn(json, "name")),
                  .digest = protocol::stringMember(json, "sha256"),
                  .isWhole = textIn(json, "state") == u"whole",
                  .isAdded = json.value("added", nlohmann::json()) == true};
  const auto bytes = countIn(json, "bytes");
  const auto received = countIn(json, "received");
  if (!isPlainId(file.id) || !bytes || !received || *received > *bytes) {
    return std::nullopt;
  }
  file.bytes = *bytes;
  file.received = *received;
  return file;
}

std::vector<StoredFile> filesIn(const nlohmann::json& object) {
  std::vector<StoredFile> files;
  for (const nlohmann::json& one : object.value("attachments", nlohmann::json::array())) {
    if (auto file = fileFrom(one)) {
      files.push_back(std::move(*file));
    }
  }
  return files;
}

Pending removeFile(Server& server, const std::string& owner, const QString& id,
                   std::function<void(FailureCode)> answer) {
  return server.send({.method = HttpMethod::remove,
                      .path = owner + "/attachments/" + id.toStdString(),
                      .inSession = true},
                     [answer = std::move(answer)](const HttpAnswer& what) {
                       const FailureCode failure = failureOfOne(kRemoved, what);
                       answer(failure == FailureCode::draftGone ? FailureCode::none : failure);
                     });
}

}  // namespace madoguchi::app
