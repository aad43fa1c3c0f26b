#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "backend/core/data_keys.h"
#include "backend/filing/attachment_store.h"
#include "backend/storage/storage.h"
#include "protocol/refusal.h"

namespace madoguchi::backend {

class FileJudge;
class FileStore;
class VirusScanner;

/// A piece of a file, as it is sent.
constexpr std::size_t kLongestPieceSent = 1024UL * 1024;

/// A file as its owner sees it.
struct Attachment {
  std::string id = {};
  std::string kind = {};
  std::string name = {};
  std::uint64_t bytes = 0;
  std::uint64_t received = 0;
  std::string digest = {};
  bool isWhole = false;
  Seconds createdAt{};
};

/// Takes files of drafts in pieces, and looks at them when they are whole. Knows no HTTP and no
/// SQL. Thread-safe. What is asked of the database is given up at the deadline; see Storage. What
/// is not there, and what is somebody else's, are one: notFound. What is asked of the files throws
/// FileError.
class AttachmentService {
 public:
  using Clock = std::function<Seconds()>;
  using Outcome = std::variant<Attachment, protocol::Refusal>;

  /// Whose draft it is. `takes` tells whether files may be added and removed, as of a draft that is
  /// there.
  struct Owner {
    std::string accountId;
    std::string id;
    std::function<bool(Transaction&)> takes;
    /// Since when those files have come that may be removed; none: all of them.
    std::function<Seconds(Transaction&)> removableSince = {};
    /// The digests of the files that it names; none: it names none, and each of them counts.
    std::function<std::set<std::string>(Transaction&)> names = {};
  };

  struct Parts {
    Storage& storage;
    FileStore& files;
    FileJudge& judge;
    const DataKeys& keys;
    VirusScanner* scanner = nullptr;  ///< null: nobody looks for viruses
  };

  /// All parts outlive it.
  explicit AttachmentService(const Parts& parts, Clock clock = now);

  std::vector<Attachment> list(const Owner& owner, Deadline deadline);
  Outcome find(const Owner& owner, const std::string& id, Deadline deadline);
  /// `body` is the JSON of POST …/attachments. The same file of the same kind is the same
  /// attachment. By the limits of today: fileEmpty, fileTooLarge, filesTooMany; what its owner does
  /// not name gives way first (unnamed_files.h).
  Outcome create(const Owner& owner, std::string_view body, Deadline deadline);
  /// Puts a piece behind the `from` bytes that have arrived; uploadElsewhere where they are another
  /// number. After the last one the file is held against its digest and looked at; where it is not
  /// taken (see FileJudge and VirusScanner) it is gone. Where it cannot be looked at now
  /// (unavailable) it stays, and no piece, behind all of them, has it looked at once more.
  Outcome append(const Owner& owner, const std::string& id, std::uint64_t from,
                 std::string_view piece, Deadline deadline);
  /// False where there is none that may be removed.
  bool remove(const Owner& owner, const std::string& id, Deadline deadline);

 private:
  /// Why there is no room for it; `given` are the pieces of what gave way to it.
  std::optional<protocol::Reason> makeRoom(Transaction& transaction, const Owner& owner,
                                           const AttachmentRow& row,
                                           std::vector<std::string>& given) const;
  [[nodiscard]] Attachment shown(const AttachmentRow& row) const;
  Outcome finish(const Owner& owner, AttachmentRow row, Deadline deadline);
  /// The file for whose next piece it is the turn; or why not.
  static std::variant<AttachmentRow, protocol::Reason> awaiting(Transaction& transaction,
                                                                const Owner& owner,
                                                                const std::string& id,
                                                                std::uint64_t from,
                                                                std::size_t bytes);
  /// Of a piece that rests; `row` is the file with it then.
  std::optional<protocol::Reason> noteArrivalOf(const Owner& owner, AttachmentRow& row,
                                                const PieceRow& kept, std::size_t bytes,
                                                Deadline deadline);
  std::optional<protocol::Reason> judge(const AttachmentRow& row, Deadline deadline);

  Storage& m_storage;
  FileStore& m_files;
  FileJudge& m_judge;
  const DataKeys& m_keys;
  VirusScanner* m_scanner;
  Clock m_clock;
};

}  // namespace madoguchi::backend
