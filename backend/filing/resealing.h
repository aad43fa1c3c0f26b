#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "backend/core/data_keys.h"
#include "backend/storage/storage.h"

// Change of the data keys: what earlier keys have sealed is opened and sealed anew with the first
// one, a few rows in a transaction. Services run on meanwhile, and whoever is killed begins again
// and finds done what was done.

namespace madoguchi::backend {

class FileStore;

/// What rests sealed, of a kind: "drafts", "applications", "names", "attachments", "errorReports"
/// or "pieces" of files.
struct SealedRows {
  std::string kind;
  std::string keyId;  ///< empty of pieces from before their keys were noted
  long long rows = 0;
};

/// How much each key has sealed. Reads every row. Throws soci::soci_error.
std::vector<SealedRows> sealedRows(Transaction& transaction);

/// How far it has come with a kind: rows that were looked at, and those that were sealed anew.
struct Resealed {
  std::string_view kind;
  long long looked = 0;
  long long sealed = 0;
  std::vector<std::string> damaged = {};  ///< which stay as they are, and why
};

/// Seals all anew that another key than keys.currentId() has sealed; `tell` hears of each batch and
/// of each kind's end. `files` may be null where no file has ever come; throws ConfigError where
/// one has. What is damaged, or a piece that is lost, does not keep the others from being sealed.
/// Throws StorageError, FileError where many pieces behind each other cannot be read, and
/// MissingKey: what came before is done.
std::vector<Resealed> reseal(Storage& storage, const DataKeys& keys, FileStore* files,
                             const std::function<void(const Resealed&)>& tell);

}  // namespace madoguchi::backend
