#include "backend/storage/backup.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>
#include <system_error>

#include "backend/storage/database_fault.h"
#include "backend/storage/migrations.h"
#include "backend/storage/session_lease.h"
#include "backend/storage/soci.h"

namespace madoguchi::backend {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSqlite = "sqlite3://";

void demand(bool good, const std::string& what) {
  if (!good) {
    throw std::runtime_error(what);
  }
}

std::string connectionTo(const fs::path& file) {
  demand(file.string().find('"') == std::string::npos, "no quotation mark in names of files");
  return std::string(kSqlite) + "db=\"" + file.string() + '"';
}

/// What the connection string opens. It is there afterwards, if only as an empty file.
fs::path fileOf(const std::string& connection) {
  demand(connection.starts_with(kSqlite), "of a database server, its own tools make backups");
  registerDatabases();
  soci::session session(connection);
  // As a statement, it reads nothing of the database, and so leaves alone what lies beside it.
  soci::row first;
  session << "PRAGMA database_list", soci::into(first);
  constexpr std::size_t kFile = 2;
  const std::string path = first.get<std::string>(kFile, "");
  demand(!path.empty(), "a database in memory has no backup");
  return path;
}

void syncToDisk(const fs::path& path) {
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool synced = descriptor >= 0 && fsync(descriptor) == 0;
  const int error = errno;
  if (descriptor >= 0) {
    close(descriptor);
  }
  if (!synced) {
    throw std::system_error(error, std::generic_category(), "cannot write " + path.string());
  }
}

/// Under its name, or not at all, whatever happens.
void putInPlace(const fs::path& part, const fs::path& file) {
  syncToDisk(part);
  fs::rename(part, file);
  syncToDisk(fs::absolute(file).parent_path());
}

/// Does it; of what comes to nothing, as of a full disk, no part stays.
template <typename Work>
void orRemove(const fs::path& part, Work work) {
  try {
    work();
  } catch (...) {
    std::error_code ignored;
    fs::remove(part, ignored);
    throw;
  }
}

/// Reads all of it.
void demandSound(const fs::path& file) {
  soci::session session(connectionTo(file));
  std::string found;
  session << "PRAGMA integrity_check", soci::into(found);
  demand(found == "ok", file.string() + " is damaged");
  Transaction transaction(session);
  const int version = readSchemaVersion(transaction);
  demand(version > 0 && version <= schemaVersion(),
         file.string() + " has schema version " + std::to_string(version) +
             ", this program knows " + std::to_string(schemaVersion()));
}

/// What was stored last in the one that was moved away lies beside it, and goes when another one is
/// opened in its place, be it an empty one.
void demandNothingLeft(const fs::path& database) {
  for (const char* beside : {"-wal", "-shm", "-journal"}) {
    const std::string left = database.string() + beside;
    if (fs::exists(left)) {
      fs::remove(database);
      throw std::runtime_error(left +
                               " is left of the database that was there: stop the services and "
                               "move it to where that is");
    }
  }
}

/// What is thrown may be logged.
template <typename Work>
void withoutValues(Work work) {
  try {
    work();
  } catch (const soci::soci_error& error) {
    throw std::runtime_error(loggableMessage(error));
  }
}

}  // namespace

void backUp(const std::string& connection, const fs::path& file) {
  withoutValues([&] {
    demand(!fs::exists(file), file.string() + " exists");
    fileOf(connection);  // is one of SQLite
    const fs::path part = file.string() + ".part";
    fs::remove(part);
    orRemove(part, [&] {
      const std::string target = part.string();
      {
        soci::session session(connection);
        session << "PRAGMA busy_timeout = 60000";
        session << "VACUUM INTO :file", soci::use(target);
      }
      demandSound(part);
      putInPlace(part, file);
    });
  });
}

void restoreBackup(const std::string& connection, const fs::path& file) {
  withoutValues([&] {
    demand(fs::exists(file), "there is no " + file.string());
    const fs::path database = fileOf(connection);
    struct stat found {};
    demand(stat(database.c_str(), &found) == 0 && found.st_size == 0,
           database.string() + " exists: stop the services and move it away");
    demandNothingLeft(database);
    const fs::path part = database.string() + ".part";
    fs::remove(part);
    orRemove(part, [&] {
      fs::copy_file(file, part);
      demandSound(part);
    });
    struct stat folder {};
    if (geteuid() == 0 && stat(database.parent_path().c_str(), &folder) == 0 &&
        chown(part.c_str(), folder.st_uid, folder.st_gid) != 0) {
      throw std::system_error(errno, std::generic_category(), "cannot give away " + part.string());
    }
    putInPlace(part, database);
  });
}

}  // namespace madoguchi::backend
