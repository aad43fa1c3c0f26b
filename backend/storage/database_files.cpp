#include "backend/storage/database_files.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace madoguchi::backend {

std::vector<FileIdentity> filesOf(soci::session& session) {
  std::vector<FileIdentity> files;
  if (session.get_backend_name() != "sqlite3") {
    return files;
  }
  std::string path;
  session << "SELECT file FROM pragma_database_list WHERE name = 'main'", soci::into(path);
  if (path.empty()) {
    return files;
  }
  // Log and index stay as long as any session is open (https://www.sqlite.org/wal.html section
  // 4.1). Two processes over two indexes would write over each other.
  for (const std::string& name : {path, path + "-wal", path + "-shm"}) {
    struct stat found {};
    if (stat(name.c_str(), &found) != 0) {
      throw std::system_error(errno, std::generic_category(), "cannot find " + name);
    }
    files.push_back({name, found.st_dev, found.st_ino, /*canBeEmpty=*/name != path});
  }
  return files;
}

bool areInPlace(const std::vector<FileIdentity>& files) {
  return std::all_of(files.begin(), files.end(), [](const FileIdentity& file) {
    struct stat found {};
    return stat(file.path.c_str(), &found) == 0 && found.st_dev == file.device &&
           found.st_ino == file.number && (file.canBeEmpty || found.st_size > 0);
  });
}

}  // namespace madoguchi::backend
