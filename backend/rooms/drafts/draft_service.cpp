#include "backend/rooms/drafts/draft_service.h"

#include <limits>
#include <nlohmann/json.hpp>
#include <utility>

#include "backend/files/file_store.h"
#include "backend/filing/application_store.h"
#include "backend/filing/attachment_store.h"
#include "backend/filing/draft_store.h"
#include "backend/filing/file_copies.h"
#include "backend/filing/ids.h"
#include "backend/filing/unnamed_files.h"
#include "forms/engine/answers_json.h"
#include "protocol/strict_json.h"

namespace madoguchi::backend {

using protocol::Reason;
using protocol::Refusal;

namespace {

// The answers stand one level deeper than in a text of their own.
constexpr protocol::JsonLimits kDraftLimits = {.bytes = kLongestDraft,
                                               .depth = forms::kMaxAnswerDepth + 1};

std::optional<nlohmann::json> objectIn(std::string_view body) {
  auto json = protocol::readStrictJson(body, kDraftLimits);
  return json && json->is_object() ? std::move(json) : std::nullopt;
}

bool isSame(const DraftContent& one, const DraftContent& other) {
  return one.formVersion == other.formVersion && one.page == other.page &&
         one.values == other.values;
}

// Where it was filed, its owner is told so: else it would be kept anew there, and filed twice.
std::variant<DraftRow, Refusal> theDraft(Transaction& transaction, const std::string& accountId,
                                         const std::string& id) {
  if (!isId(id)) {
    return Refusal{Reason::notFound};
  }
  if (auto row = draftOf(transaction, accountId, id)) {
    return *std::move(row);
  }
  return Refusal{wasFiled(transaction, accountId, id) ? Reason::tooLate : Reason::notFound};
}

}  // namespace

DraftService::DraftService(Storage& storage, const DataKeys& keys, FileStore& files, Clock clock)
    : m_storage(storage), m_keys(keys), m_files(files), m_clock(std::move(clock)) {}

Draft DraftService::opened(const DraftRow& row) const {
  return {.id = row.id,
          .revision = row.revision,
          .savedAt = row.savedAt,
          .expiresAt = row.expiresAt,
          .content = openContent(row.content, m_keys, row.id)};
}

std::vector<Draft> DraftService::list(const std::string& accountId, Deadline deadline) {
  const auto rows = m_storage.read(
      deadline, [&](Transaction& transaction) { return draftsOf(transaction, accountId); });
  std::vector<Draft> drafts;
  for (const DraftRow& row : rows) {
    try {
      drafts.push_back(opened(row));
    } catch (const DamagedSeal&) {
      // Nobody can read it any more; its owner goes on with the others.
    }
  }
  return drafts;
}

std::variant<Draft, Refusal> DraftService::find(const std::string& accountId, const std::string& id,
                                                Deadline deadline) {
  const auto found = m_storage.read(
      deadline, [&](Transaction& transaction) { return theDraft(transaction, accountId, id); });
  if (const auto* refusal = std::get_if<Refusal>(&found)) {
    return *refusal;
  }
  return opened(std::get<DraftRow>(found));
}

std::variant<Draft, Refusal> DraftService::create(const std::string& accountId,
                                                  std::string_view body, std::string_view attempt,
                                                  Deadline deadline) {
  auto json = objectIn(body);
  DraftContent content;
  std::string filesFrom;
  const bool hasFiles = json && json->contains("filesFrom");
  if (!json || (hasFiles && !protocol::takeString(*json, "filesFrom", filesFrom)) ||
      (hasFiles && !isId(filesFrom)) || !takeContent(*json, content) || !json->empty()) {
    return Refusal{Reason::malformed};
  }
  const auto before = [&](Transaction& transaction) -> std::optional<std::variant<Draft, Refusal>> {
    if (const auto made = draftMadeBy(transaction, accountId, attempt)) {
      return opened(*made);
    }
    if (!mayAddDraft(transaction, accountId)) {
      return Refusal{Reason::draftsTooMany};
    }
    return std::nullopt;
  };
  std::vector<FileCopy> copies;
  if (hasFiles) {
    // Copied before the transaction, as nobody waits for the disk there; and not in vain.
    if (auto known = m_storage.read(deadline, before)) {
      return std::move(*known);
    }
    copies = copyFiles(m_storage, m_files, accountId, filesFrom,
                       filesNamedIn(answersOf(content).value_or(forms::Answers{})), deadline);
  }
  bool isNew = false;
  auto outcome =
      m_storage.write(deadline, [&](Transaction& transaction) -> std::variant<Draft, Refusal> {
        auto known = before(transaction);
        isNew = !known;
        if (known) {
          return std::move(*known);
        }
        const Seconds time = m_clock();
        const std::string id = makeId();
        const DraftRow row{.id = id,
                           .accountId = accountId,
                           .content = sealContent(content, m_keys, id),
                           .savedAt = time,
                           .expiresAt = time + kDraftLifetime};
        addDraft(transaction, row, attempt);
        addCopies(transaction, m_keys, copies, id, time);
        return opened(row);
      });
  if (!isNew) {
    m_files.remove(pieceNames(copies));
  }
  return outcome;
}

std::variant<Draft, Refusal> DraftService::save(const std::string& accountId, const std::string& id,
                                                std::string_view body, Deadline deadline) {
  auto json = objectIn(body);
  if (!json) {
    return Refusal{Reason::malformed};
  }
  const auto revision = json->find("revision");
  if (revision == json->end() || !revision->is_number_unsigned() ||
      *revision >= std::numeric_limits<int>::max()) {
    return Refusal{Reason::malformed};
  }
  const int before = revision->get<int>();
  json->erase(revision);
  DraftContent said;
  if (!takeAnswers(*json, said) || !json->empty()) {
    return Refusal{Reason::malformed};
  }
  const auto named = filesNamedIn(answersOf(said).value_or(forms::Answers{}));
  std::vector<std::string> leftOver;
  auto saved =
      m_storage.write(deadline, [&](Transaction& transaction) -> std::variant<Draft, Refusal> {
        leftOver.clear();
        auto found = theDraft(transaction, accountId, id);
        if (const auto* refusal = std::get_if<Refusal>(&found)) {
          return *refusal;
        }
        DraftRow& row = std::get<DraftRow>(found);
        Draft draft = opened(row);
        if (draft.revision == before + 1 && isSame(draft.content, said)) {
          return draft;  // the answer to it was lost
        }
        draft.content.formVersion = said.formVersion;
        draft.content.values = said.values;
        draft.content.page = said.page;
        const Seconds time = m_clock();
        row.revision = before + 1;
        row.content = sealContent(draft.content, m_keys, id);
        row.savedAt = time;
        row.expiresAt = time + kDraftLifetime;
        if (!saveDraft(transaction, row)) {
          return Refusal{Reason::draftChanged};
        }
        draft.revision = row.revision;
        draft.savedAt = row.savedAt;
        draft.expiresAt = row.expiresAt;
        leftOver = removeUnnamedFiles(transaction, accountId, id, named, time - kUnnamedFilesStay);
        return draft;
      });
  m_files.remove(leftOver);
  return saved;
}

std::set<std::string> DraftService::filesNamed(Transaction& transaction,
                                               const std::string& accountId,
                                               const std::string& id) const {
  const auto row = draftOf(transaction, accountId, id);
  const auto answers = row ? answersOf(openContent(row->content, m_keys, id)) : std::nullopt;
  return filesNamedIn(answers.value_or(forms::Answers{}));
}

bool DraftService::remove(const std::string& accountId, const std::string& id, Deadline deadline) {
  std::vector<std::string> files;
  const bool removed = m_storage.write(deadline, [&](Transaction& transaction) {
    files.clear();
    if (!isId(id) || !removeDraft(transaction, accountId, id)) {
      return false;
    }
    files = removeAttachmentsOf(transaction, accountId, id);
    return true;
  });
  m_files.remove(files);
  return removed;
}

}  // namespace madoguchi::backend
