#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "backend/core/encoding.h"
#include "backend/storage/storage.h"

namespace madoguchi::backend {

class FileStore;

/// Names begin with one of so many bytes, of which each sweep takes one.
constexpr int kSweeps = 256;

/// The names of what rests and the database does not know, of those that begin with this byte: left
/// over where something broke off. What came within the last day may still get its row; what was
/// there before the database is not its own: whoever starts a service with an empty database by
/// mistake, over the files of another one, does not lose them. Folder or object store are asked
/// while no transaction waits for them.
std::vector<std::string> unknownFiles(Storage& storage, const FileStore& files,
                                      std::uint8_t firstByte, Seconds time);

}  // namespace madoguchi::backend
