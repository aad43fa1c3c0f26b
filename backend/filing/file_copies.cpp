#include "backend/filing/file_copies.h"

#include <utility>

#include "backend/files/file_store.h"
#include "backend/filing/ids.h"

namespace madoguchi::backend {

std::vector<FileCopy> copyFiles(Storage& storage, FileStore& files, const std::string& accountId,
                                const std::string& draftId, const std::set<std::string>& digests,
                                Deadline deadline) {
  std::vector<FileCopy> copies = storage.read(deadline, [&](Transaction& transaction) {
    std::vector<FileCopy> found;
    for (AttachmentRow& row : attachmentsOf(transaction, accountId, draftId)) {
      if (row.isWhole && digests.contains(row.digest)) {
        auto pieces = piecesOf(transaction, row.id);
        found.push_back({.row = std::move(row), .pieces = std::move(pieces)});
      }
    }
    return found;
  });
  for (FileCopy& copy : copies) {
    for (PieceRow& piece : copy.pieces) {
      auto [name, kept] = files.putAnew(piece.name, piece.stored);
      piece.name = std::move(name);
      piece.stored = kept.stored;
      piece.keyId = std::move(kept.keyId);
    }
  }
  return copies;
}

void addCopies(Transaction& transaction, const DataKeys& keys, const std::vector<FileCopy>& copies,
               const std::string& draftId, Seconds now) {
  for (const FileCopy& copy : copies) {
    AttachmentRow row = copy.row;
    const std::string name = keys.open(row.name, attachmentPlace(row.id));
    row.id = makeId();
    row.ownerId = draftId;
    row.name = keys.seal(name, attachmentPlace(row.id));
    row.createdAt = now;
    row.touchedAt = now;
    addAttachment(transaction, row);
    noteArrival(transaction, row, 0);
    for (const PieceRow& piece : copy.pieces) {
      addPiece(transaction, row.id, piece);
    }
    noteWhole(transaction, row.id);
  }
}

std::vector<std::string> pieceNames(const std::vector<FileCopy>& copies) {
  std::vector<std::string> names;
  for (const FileCopy& copy : copies) {
    for (const PieceRow& piece : copy.pieces) {
      names.push_back(piece.name);
    }
  }
  return names;
}

}  // namespace madoguchi::backend
