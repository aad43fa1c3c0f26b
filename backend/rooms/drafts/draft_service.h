#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "backend/core/data_keys.h"
#include "backend/core/encoding.h"
#include "backend/filing/draft_content.h"
#include "backend/storage/storage.h"
#include "forms/engine/answers_json.h"
#include "protocol/refusal.h"

namespace madoguchi::backend {

struct DraftRow;
class FileStore;

/// Bytes of a request that holds a draft: the answers and a little around them.
constexpr std::size_t kLongestDraft = forms::kMaxAnswerBytes + 4096;

/// A draft as its owner sees it.
struct Draft {
  std::string id;
  int revision = 1;
  Seconds savedAt{};
  Seconds expiresAt{};
  DraftContent content;
};

/// Keeps what people have filled in so far. Knows no HTTP and no SQL. Thread-safe. What is asked of
/// the database is given up at the deadline; see Storage. A draft that is not there, and one of
/// somebody else, are one: notFound. One that was filed is tooLate to find and to save.
class DraftService {
 public:
  using Clock = std::function<Seconds()>;

  /// All outlive it.
  DraftService(Storage& storage, const DataKeys& keys, FileStore& files, Clock clock = now);

  /// Newest first.
  std::vector<Draft> list(const std::string& accountId, Deadline deadline);
  std::variant<Draft, protocol::Refusal> find(const std::string& accountId, const std::string& id,
                                              Deadline deadline);
  /// `body` is the JSON of POST /v1/drafts. The same attempt again gets the draft that it has made.
  /// Files that it names and that the draft "filesFrom" of the same account has are copied; those
  /// of any other draft are not there. Refuses with malformed and draftsTooMany.
  std::variant<Draft, protocol::Refusal> create(const std::string& accountId, std::string_view body,
                                                std::string_view attempt, Deadline deadline);
  /// `body` is the JSON of PUT /v1/drafts/{id}. Refuses with malformed, and with draftChanged where
  /// its revision is not the one that is stored; the same content again is stored already. Files
  /// that nothing names any more go; see unnamed_files.h.
  std::variant<Draft, protocol::Refusal> save(const std::string& accountId, const std::string& id,
                                              std::string_view body, Deadline deadline);
  /// With its files. False where there is none.
  bool remove(const std::string& accountId, const std::string& id, Deadline deadline);

  /// The digests of the files that a draft names as it was saved last; none where it is not there.
  std::set<std::string> filesNamed(Transaction& transaction, const std::string& accountId,
                                   const std::string& id) const;

 private:
  [[nodiscard]] Draft opened(const DraftRow& row) const;

  Storage& m_storage;
  const DataKeys& m_keys;
  FileStore& m_files;
  Clock m_clock;
};

}  // namespace madoguchi::backend
