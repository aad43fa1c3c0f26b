#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <ostream>

#include "backend/admin/admin.h"
#include "backend/admin/desk.h"
#include "backend/core/config.h"
#include "backend/core/data_keys.h"
#include "backend/core/key_file.h"
#include "backend/files/file_store.h"
#include "backend/files/s3_shelf.h"
#include "backend/filing/resealing.h"

namespace madoguchi::backend {
namespace {

constexpr std::chrono::seconds kCountingTime{600};
/// Of which somebody who waits wants to hear.
constexpr long long kToldEach = 10'000;
const std::filesystem::path& keyFileOf(const Desk& desk) {
  if (desk.request.dataKeys.empty()) {
    throw ConfigError("neither --config nor --data-keys says where the keys are");
  }
  return desk.request.dataKeys;
}

std::string idAsked(const Desk& desk) {
  if (desk.request.arguments.size() < 2) {
    throw ConfigError("data-keys " + desk.request.arguments.front() + " lacks the key's id");
  }
  const std::string& id = desk.request.arguments[1];
  if (!isKeyId(id)) {
    throw ConfigError("a key's id is 1 to 32 letters, digits and '-'");
  }
  return id;
}

std::vector<SealedRows> countSealed(const Desk& desk) {
  return desk.storage.read(deadlineIn(kCountingTime), sealedRows);
}

/// As log entries may be about keys, too: before it is done, as it may be killed.
void note(const Desk& desk, bool done = true) {
  perform(desk, {}, [done](Transaction&, Seconds) { return done; });
}

int refuseStep(const Desk& desk, const std::string& why) {
  note(desk, false);
  return refuse(desk, why);
}

int listKeys(const Desk& desk) {
  const KeyFile file(keyFileOf(desk));
  note(desk);
  std::map<std::string, nlohmann::ordered_json> uses;
  for (const SealedRows& rows : countSealed(desk)) {
    uses[rows.keyId][rows.kind] = rows.rows;
  }
  const auto show = [&](const std::string& id, const std::string& does) {
    nlohmann::ordered_json line = {{"key", id}, {"does", does}};
    const auto found = uses.extract(id);
    if (found) {
      line.update(found.mapped());
    }
    print(desk, line);
  };
  for (const std::string& id : file.ids()) {
    show(id, id == file.ids().front() ? "seals" : "opens");
  }
  while (!uses.empty()) {
    const std::string id = uses.begin()->first;
    show(id, id.empty() ? "was not noted" : "is missing");
  }
  return admin_exit::kDone;
}

int addKey(const Desk& desk) {
  const std::string id = idAsked(desk);
  KeyFile file(keyFileOf(desk));
  const auto rows = countSealed(desk);
  if (file.has(id) || std::ranges::count(rows, id, &SealedRows::keyId) > 0) {
    return refuseStep(desk, "there is, or was, a key of this id");
  }
  if (std::filesystem::exists(file.asideOf(id))) {
    // It could never be put back behind this one, for a backup.
    return refuseStep(
        desk, "there was another key of this id, whose line is in " + file.asideOf(id).string());
  }
  note(desk);
  file.add(id);
  print(desk,
        {{"key", id},
         {"does", "opens"},
         {"next",
          "bring the file to all machines, reload the service there, then: data-keys use " + id}});
  return admin_exit::kDone;
}

int useKey(const Desk& desk) {
  const std::string id = idAsked(desk);
  KeyFile file(keyFileOf(desk));
  if (!file.has(id)) {
    return refuseStep(desk, "there is no key of this id");
  }
  note(desk);
  file.putFirst(id);
  print(
      desk,
      {{"key", id},
       {"does", "seals"},
       {"next",
        "bring the file to all machines, reload the service there, and when the requests of before "
        "have ended: data-keys reseal"}});
  return admin_exit::kDone;
}

/// Until every request has ended that began before the file was changed, as what it seals with the
/// earlier key after its rows were looked at would stay so; negative where all have.
std::chrono::seconds untilAllUse(const std::filesystem::path& keyFile) {
  const auto changed = std::filesystem::last_write_time(keyFile);
  return std::chrono::ceil<std::chrono::seconds>(changed + kUntilRequestsEnded -
                                                 std::filesystem::file_time_type::clock::now());
}

/// Why a step has to wait until then; std::nullopt where it need not.
std::optional<std::string> tooSoonFor(const Desk& desk, const std::string& step) {
  const auto wait = untilAllUse(keyFileOf(desk));
  if (wait.count() <= 0) {
    return std::nullopt;
  }
  const Seconds then = now() + wait;
  return "the file of keys was changed at " + rfc3339(then - kUntilRequestsEnded) +
         ", and requests that began before may still seal with the earlier key; data-keys " + step +
         " from " + rfc3339(then) + " on";
}

int resealAll(const Desk& desk) {
  const DataKeys keys = DataKeys::fromFile(keyFileOf(desk));
  if (const auto why = tooSoonFor(desk, "reseal")) {
    return refuseStep(desk, *why);
  }
  const auto& request = desk.request;
  std::optional<FileStore> files;
  if (!request.files.empty() || !request.s3.endpoint.empty()) {
    files.emplace(makeShelf(request.files, request.s3), keys);
  }
  note(desk);
  std::string_view kind;
  long long told = 0;
  const auto tell = [&](const Resealed& done) {
    if (done.kind != kind) {
      kind = done.kind;
      told = 0;
    }
    if (done.looked >= told + kToldEach) {
      told = done.looked;
      desk.errors << done.kind << ": " << done.looked << " looked at, " << done.sealed
                  << " sealed anew" << std::endl;
    }
  };
  nlohmann::ordered_json all = {{"key", keys.currentId()}};
  int status = admin_exit::kDone;
  for (const Resealed& done : reseal(desk.storage, keys, files ? &*files : nullptr, tell)) {
    all[std::string(done.kind)] = done.sealed;
    for (const std::string& damaged : done.damaged) {
      desk.errors << "madoguchi-admin: stays as it is: " << damaged << '\n';
      status = admin_exit::kFailed;
    }
  }
  print(desk, all);
  return status;
}

int removeKey(const Desk& desk) {
  const std::string id = idAsked(desk);
  KeyFile file(keyFileOf(desk));
  if (!file.has(id)) {
    return refuseStep(desk, "there is no key of this id");
  }
  if (file.ids().front() == id) {
    return refuseStep(desk, "this key seals; data-keys use another one before");
  }
  long long rows = 0;
  for (const SealedRows& some : countSealed(desk)) {
    rows += some.keyId == id || some.keyId.empty() ? some.rows : 0;
  }
  if (rows > 0) {
    return refuseStep(desk, std::to_string(rows) +
                                " rows or files need this key, or may need it; data-keys reseal "
                                "before, when all processes use another one");
  }
  if (const auto why = tooSoonFor(desk, "remove")) {
    return refuseStep(desk, *why);
  }
  note(desk);
  print(desk, {{"key", id},
               {"movedTo", file.remove(id).string()},
               {"next", "keep that as long as a backup from before, apart from it"}});
  return admin_exit::kDone;
}

constexpr std::array<std::pair<std::string_view, int (*)(const Desk&)>, 5> kKeySteps = {
    {{"list", listKeys},
     {"add", addKey},
     {"use", useKey},
     {"reseal", resealAll},
     {"remove", removeKey}}};

}  // namespace

int dataKeysCommand(const Desk& desk) {
  const auto* step = std::ranges::find(kKeySteps, desk.request.arguments.front(),
                                       &std::pair<std::string_view, int (*)(const Desk&)>::first);
  if (step == kKeySteps.end()) {
    throw ConfigError("data-keys takes list, add, use, reseal or remove");
  }
  return step->second(desk);
}

}  // namespace madoguchi::backend
