#pragma once

#include <set>
#include <string>
#include <vector>

#include "backend/core/data_keys.h"
#include "backend/filing/attachment_store.h"
#include "backend/storage/storage.h"

// Files that come from one draft into another, as where both windows of a person have changed it:
// each has its own bytes, so that the end of the one is not the end of the other.

namespace madoguchi::backend {

class FileStore;

struct FileCopy {
  AttachmentRow row;
  std::vector<PieceRow> pieces;  ///< rest already
};

/// Of the whole files of a draft, those of these digests. Where it is not there, or somebody
/// else's, there are none. Throws StorageError and FileError; what rests then is swept.
std::vector<FileCopy> copyFiles(Storage& storage, FileStore& files, const std::string& accountId,
                                const std::string& draftId, const std::set<std::string>& digests,
                                Deadline deadline);
/// They are the other draft's from now on. Throws soci::soci_error.
void addCopies(Transaction& transaction, const DataKeys& keys, const std::vector<FileCopy>& copies,
               const std::string& draftId, Seconds now);
/// Where nothing becomes of them.
std::vector<std::string> pieceNames(const std::vector<FileCopy>& copies);

}  // namespace madoguchi::backend
