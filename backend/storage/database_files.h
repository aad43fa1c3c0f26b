#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "backend/storage/soci.h"

namespace madoguchi::backend {

/// A file as it was when the database was opened.
struct FileIdentity {
  std::string path;
  dev_t device = 0;
  ino_t number = 0;
  bool canBeEmpty = true;
};

/// The files behind an SQLite session: database, write-ahead log and the index of that, in which
/// its processes have their locks. Empty for a database in memory
/// and for other databases. Throws std::system_error where one of them cannot be found.
std::vector<FileIdentity> filesOf(soci::session& session);

/// Whether the paths still lead to the same files: SQLite goes on writing into one that was removed
/// or replaced, where nobody will ever find it. One that was emptied in its place is not the same.
bool areInPlace(const std::vector<FileIdentity>& files);

}  // namespace madoguchi::backend
