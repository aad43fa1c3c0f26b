#pragma once

#include <filesystem>
#include <string>

namespace madoguchi::backend {

/// Writes the whole of an SQLite database into a file, as it is at one moment, while services work
/// on it. The file is there when it is complete, read back and on the disk, or not at all. Throws
/// std::runtime_error where it exists, the database is none of SQLite, or something fails.
void backUp(const std::string& connection, const std::filesystem::path& file);

/// Puts such a file in the place of a database that is not there. The owner of the folder owns
/// it. Throws std::runtime_error where there is a database, and where the file is damaged, none of
/// this program, or of a newer one.
void restoreBackup(const std::string& connection, const std::filesystem::path& file);

}  // namespace madoguchi::backend
