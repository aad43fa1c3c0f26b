#include "backend/filing/attachment_service.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "backend/files/file_judge.h"
#include "backend/files/file_store.h"
#include "backend/files/virus_scanner.h"
#include "backend/filing/ids.h"
#include "backend/filing/unnamed_files.h"
#include "forms/application/application_form.h"
#include "forms/engine/japan_day.h"
#include "forms/procedures/procedure_facts.h"
#include "protocol/plain_text.h"
#include "protocol/strict_json.h"

namespace madoguchi::backend {

using protocol::Reason;
using protocol::Refusal;

namespace {

constexpr protocol::JsonLimits kAttachmentLimits = {.bytes = 4096, .depth = 1};
constexpr std::size_t kDigestDigits = 64;

/// What stands behind the last folder: a name is shown, also to the office, and says nothing of
/// where a file lies.
std::string withoutFolders(const std::string& name) {
  return name.substr(name.find_last_of("/\\") + 1);
}

/// What its owner says of a file that is to come.
std::optional<AttachmentRow> announced(std::string_view body, std::string& name) {
  auto json = protocol::readStrictJson(body, kAttachmentLimits);
  AttachmentRow row;
  if (!json || !json->is_object() || !protocol::takeString(*json, "kind", row.kind) ||
      !protocol::takeString(*json, "name", name) ||
      !protocol::takeString(*json, "sha256", row.digest) || json->size() != 1 ||
      !json->contains("bytes") || !(*json)["bytes"].is_number_unsigned()) {
    return std::nullopt;
  }
  row.bytes = (*json)["bytes"].get<std::uint64_t>();
  name = withoutFolders(name);
  const bool good = (row.kind == kPhoto || row.kind == kDocument) && protocol::isFileName(name) &&
                    row.digest.size() == kDigestDigits &&
                    row.digest.find_first_not_of("0123456789abcdef") == std::string::npos;
  return good ? std::optional(row) : std::nullopt;
}

/// Whether the limits of a day leave room for one more.
std::optional<Reason> tooMuch(const std::vector<AttachmentRow>& others, const AttachmentRow& one,
                              std::chrono::year_month_day day) {
  const forms::FileLimitRow* limits = forms::fileLimits(forms::procedureFacts(), day);
  if (one.bytes == 0) {
    return Reason::fileEmpty;
  }
  if (limits == nullptr) {
    return Reason::filesTooMany;
  }
  const auto counts = [&](const AttachmentRow& row) {
    return row.kind != kPhoto || limits->countsPhoto;
  };
  std::uint64_t together = counts(one) ? one.bytes : 0;
  int files = counts(one) ? 1 : 0;
  for (const AttachmentRow& other : others) {
    together += counts(other) ? other.bytes : 0;
    files += counts(other) ? 1 : 0;
  }
  const auto* photo = forms::findField(forms::applicationForm(), kPhoto);
  const std::uint64_t most = one.kind == kPhoto ? photo->maxBytes : limits->bytesEach;
  // One, and the one that takes its place.
  constexpr std::ptrdiff_t kMostPhotos = 2;
  const bool photos = one.kind == kPhoto &&
                      std::ranges::count(others, one.kind, &AttachmentRow::kind) >= kMostPhotos;
  if (files > limits->files || photos) {
    return Reason::filesTooMany;
  }
  return one.bytes > most || together > limits->bytesTogether ? std::optional(Reason::fileTooLarge)
                                                              : std::nullopt;
}

}  // namespace

AttachmentService::AttachmentService(const Parts& parts, Clock clock)
    : m_storage(parts.storage),
      m_files(parts.files),
      m_judge(parts.judge),
      m_keys(parts.keys),
      m_scanner(parts.scanner),
      m_clock(std::move(clock)) {}

Attachment AttachmentService::shown(const AttachmentRow& row) const {
  return {.id = row.id,
          .kind = row.kind,
          .name = m_keys.open(row.name, attachmentPlace(row.id)),
          .bytes = row.bytes,
          .received = row.received,
          .digest = row.digest,
          .isWhole = row.isWhole,
          .createdAt = row.createdAt};
}

std::vector<Attachment> AttachmentService::list(const Owner& owner, Deadline deadline) {
  std::vector<Attachment> attachments;
  for (const AttachmentRow& row : m_storage.read(deadline, [&](Transaction& transaction) {
         return attachmentsOf(transaction, owner.accountId, owner.id);
       })) {
    attachments.push_back(shown(row));
  }
  return attachments;
}

AttachmentService::Outcome AttachmentService::find(const Owner& owner, const std::string& id,
                                                   Deadline deadline) {
  const auto row = m_storage.read(deadline, [&](Transaction& transaction) {
    return isId(owner.id) && isId(id) ? attachmentOf(transaction, owner.accountId, owner.id, id)
                                      : std::nullopt;
  });
  if (!row) {
    return Refusal{Reason::notFound};
  }
  return shown(*row);
}

AttachmentService::Outcome AttachmentService::create(const Owner& owner, std::string_view body,
                                                     Deadline deadline) {
  std::string name;
  auto row = announced(body, name);
  if (!row) {
    return Refusal{Reason::malformed};
  }
  std::vector<std::string> given;
  auto outcome = m_storage.write(deadline, [&](Transaction& transaction) -> Outcome {
    given.clear();
    if (!isId(owner.id) || !owner.takes(transaction)) {
      return Refusal{Reason::notFound};
    }
    const auto others = attachmentsOf(transaction, owner.accountId, owner.id);
    for (const AttachmentRow& other : others) {
      if (other.kind == row->kind && other.digest == row->digest) {
        return other.bytes == row->bytes ? Outcome(shown(other)) : Refusal{Reason::fileDamaged};
      }
    }
    row->createdAt = m_clock();
    row->touchedAt = row->createdAt;
    if (const auto reason = makeRoom(transaction, owner, *row, given)) {
      return Refusal{*reason};
    }
    row->id = makeId();
    row->accountId = owner.accountId;
    row->ownerId = owner.id;
    row->name = m_keys.seal(name, attachmentPlace(row->id));
    addAttachment(transaction, *row);
    return shown(*row);
  });
  m_files.remove(given);
  return outcome;
}

std::optional<Reason> AttachmentService::makeRoom(Transaction& transaction, const Owner& owner,
                                                  const AttachmentRow& row,
                                                  std::vector<std::string>& given) const {
  auto others = attachmentsOf(transaction, owner.accountId, owner.id);
  const auto day = forms::dayInJapan(row.createdAt);
  const auto reason = tooMuch(others, row, day);
  if (!reason || !owner.names) {
    return reason;
  }
  const Seconds before = row.createdAt - kUnnamedFilesHoldRoom;
  const auto named = owner.names(transaction);
  std::erase_if(others,
                [&](const AttachmentRow& other) { return isUnnamedSince(other, named, before); });
  if (const auto still = tooMuch(others, row, day)) {
    return still;
  }
  given = removeUnnamedFiles(transaction, owner.accountId, owner.id, named, before);
  return std::nullopt;
}

std::variant<AttachmentRow, Reason> AttachmentService::awaiting(Transaction& transaction,
                                                                const Owner& owner,
                                                                const std::string& id,
                                                                std::uint64_t from,
                                                                std::size_t bytes) {
  auto row = isId(owner.id) && isId(id) && owner.takes(transaction)
                 ? attachmentOf(transaction, owner.accountId, owner.id, id)
                 : std::nullopt;
  if (!row) {
    return Reason::notFound;
  }
  if (row->isWhole || from != row->received) {
    return Reason::uploadElsewhere;
  }
  if (bytes > row->bytes - from) {
    return Reason::fileTooLarge;
  }
  return std::move(*row);
}

AttachmentService::Outcome AttachmentService::append(const Owner& owner, const std::string& id,
                                                     std::uint64_t from, std::string_view piece,
                                                     Deadline deadline) {
  auto looked = m_storage.read(deadline, [&](Transaction& transaction) {
    return awaiting(transaction, owner, id, from, piece.size());
  });
  if (const auto* reason = std::get_if<Reason>(&looked)) {
    return Refusal{*reason};
  }
  auto& row = std::get<AttachmentRow>(looked);
  if (!piece.empty()) {
    // It rests before anything says that it has arrived, and nobody waits for the disk meanwhile.
    // Where nothing ever says so, it is swept.
    const PieceRow kept = [&] {
      std::string name = FileStore::makeName();
      KeptPiece resting = m_files.put(name, piece);
      return PieceRow{.begins = from,
                      .name = std::move(name),
                      .stored = resting.stored,
                      .keyId = std::move(resting.keyId)};
    }();
    if (const auto reason = noteArrivalOf(owner, row, kept, piece.size(), deadline)) {
      m_files.remove({kept.name});
      return Refusal{*reason};
    }
  }
  return row.received == row.bytes ? finish(owner, std::move(row), deadline) : Outcome(shown(row));
}

std::optional<Reason> AttachmentService::noteArrivalOf(const Owner& owner, AttachmentRow& row,
                                                       const PieceRow& kept, std::size_t bytes,
                                                       Deadline deadline) {
  return m_storage.write(deadline, [&](Transaction& transaction) -> std::optional<Reason> {
    auto looked = awaiting(transaction, owner, row.id, kept.begins, bytes);
    if (const auto* reason = std::get_if<Reason>(&looked)) {
      return *reason;
    }
    row = std::move(std::get<AttachmentRow>(looked));
    row.received = kept.begins + bytes;
    row.touchedAt = m_clock();
    if (!noteArrival(transaction, row, kept.begins)) {
      return Reason::uploadElsewhere;
    }
    addPiece(transaction, row.id, kept);
    return std::nullopt;
  });
}

std::optional<Reason> AttachmentService::judge(const AttachmentRow& row, Deadline deadline) {
  std::string bytes;
  bytes.reserve(row.bytes);
  for (const PieceRow& piece : m_storage.read(
           deadline, [&](Transaction& transaction) { return piecesOf(transaction, row.id); })) {
    if (timeLeft(deadline) == std::chrono::milliseconds::zero()) {
      return Reason::unavailable;  // a store that is slow
    }
    m_files.read(piece.name, piece.stored, [&bytes](std::string_view part) { bytes += part; });
  }
  if (!isAsAnnounced(row, bytes)) {
    return Reason::fileDamaged;
  }
  const auto reason = row.kind == kPhoto ? judgeJpeg(bytes) : m_judge.judgePdf(bytes, deadline);
  if (!reason && m_scanner != nullptr && m_scanner->isInfected(bytes, deadline)) {
    return Reason::fileInfected;
  }
  return reason;
}

AttachmentService::Outcome AttachmentService::finish(const Owner& owner, AttachmentRow row,
                                                     Deadline deadline) {
  const auto reason = judge(row, deadline);
  if (reason == Reason::unavailable) {
    return Refusal{*reason};
  }
  const auto pieces = m_storage.write(deadline, [&](Transaction& transaction) {
    if (reason) {
      return removeAttachment(transaction, owner.accountId, owner.id, row.id)
          .value_or(std::vector<std::string>());
    }
    noteWhole(transaction, row.id);
    return std::vector<std::string>();
  });
  m_files.remove(pieces);
  if (reason) {
    return Refusal{*reason};
  }
  row.isWhole = true;
  return shown(row);
}

bool AttachmentService::remove(const Owner& owner, const std::string& id, Deadline deadline) {
  const auto pieces = m_storage.write(deadline, [&](Transaction& transaction) {
    const auto row = isId(owner.id) && isId(id) && owner.takes(transaction)
                         ? attachmentOf(transaction, owner.accountId, owner.id, id)
                         : std::nullopt;
    return row && (!owner.removableSince || row->createdAt >= owner.removableSince(transaction))
               ? removeAttachment(transaction, owner.accountId, owner.id, id)
               : std::nullopt;
  });
  m_files.remove(pieces.value_or(std::vector<std::string>()));
  return pieces.has_value();
}

}  // namespace madoguchi::backend
