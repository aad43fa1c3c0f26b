#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

#include "backend/admin/admin.h"
#include "backend/admin/filed.h"
#include "backend/core/config.h"
#include "backend/files/file_store.h"
#include "backend/files/s3_shelf.h"
#include "backend/filing/attachment_store.h"
#include "backend/filing/file_sweep.h"

namespace madoguchi::backend {
namespace {

constexpr std::chrono::seconds kFilesTime{60};
constexpr int kFilesAtOnce = 100;

FileStore storeOf(const Desk& desk, const DataKeys& keys) {
  if (desk.request.files.empty() && desk.request.s3.endpoint.empty()) {
    throw ConfigError("neither --config nor --files says where the files rest");
  }
  // It would be made.
  if (!desk.request.files.empty() && !std::filesystem::is_directory(desk.request.files)) {
    throw ConfigError("there is no folder " + desk.request.files.string());
  }
  return {makeShelf(desk.request.files, desk.request.s3), keys};
}

/// Throws LoggableError where it is not what its owner handed in.
std::string bytesOf(const Desk& desk, const FileStore& files, const AttachmentRow& file) {
  const auto pieces = desk.storage.read(deadlineIn(kFilesTime), [&](Transaction& transaction) {
    return piecesOf(transaction, file.id);
  });
  std::string bytes;
  bytes.reserve(file.bytes);
  for (const PieceRow& piece : pieces) {
    files.read(piece.name, piece.stored, [&bytes](std::string_view part) { bytes += part; });
  }
  if (!isAsAnnounced(file, bytes)) {
    throw FileError("a file is not what was handed in");
  }
  return bytes;
}

/// A new file, its owner's alone; what cannot be written whole is not there.
void writeNewFile(const std::string& path, std::string_view bytes) {
  const auto fail = [&path] {
    throw std::system_error(errno, std::generic_category(), "cannot write " + path);
  };
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file < 0) {
    fail();
  }
  bool isGood = true;
  while (isGood && !bytes.empty()) {
    const ssize_t count = write(file, bytes.data(), bytes.size());
    isGood = count > 0 || (count < 0 && errno == EINTR);
    bytes.remove_prefix(count > 0 ? static_cast<std::size_t>(count) : 0);
  }
  isGood = isGood && fsync(file) == 0;
  const int fault = errno;
  if (close(file) != 0 || !isGood) {
    unlink(path.c_str());
    errno = fault;
    fail();
  }
}

}  // namespace

int fileStep(const Desk& desk) {
  const std::string& id = argumentAt(desk, 2, "the file's id");
  const std::string& path = argumentAt(desk, 3, "where to put the file");
  const DataKeys keys = keysOf(desk);
  const FileStore files = storeOf(desk, keys);
  const auto application = theApplication(desk);
  if (!application) {
    return refuse(desk, "there is no such application");
  }
  const auto file = desk.storage.read(deadlineIn(kFilesTime), [&](Transaction& transaction) {
    return attachmentOf(transaction, application->accountId, application->id, id);
  });
  const bool isThere = file && file->isWhole;
  // Noted before it is shown.
  perform(desk, aboutApplication(*application), [=](Transaction&, Seconds) { return isThere; });
  if (!isThere) {
    return refuse(desk, "the application has no such file, or not all of it has come yet");
  }
  writeNewFile(path, bytesOf(desk, files, *file));
  return admin_exit::kDone;
}

int checkStep(const Desk& desk) {
  const DataKeys keys = keysOf(desk);
  const FileStore files = storeOf(desk, keys);
  perform(desk, {}, [](Transaction&, Seconds) { return true; });
  long long looked = 0;
  long long faults = 0;
  for (std::string behind;;) {
    const auto part = desk.storage.read(deadlineIn(kFilesTime), [&](Transaction& transaction) {
      return wholeAttachmentsBehind(transaction, behind, kFilesAtOnce);
    });
    for (const AttachmentRow& file : part) {
      behind = file.id;
      ++looked;
      try {
        (void)bytesOf(desk, files, file);
      } catch (const LoggableError& fault) {
        ++faults;
        print(desk, {{"file", file.id}, {"owner", file.ownerId}, {"fault", fault.what()}});
      }
    }
    if (part.size() < kFilesAtOnce) {
      break;
    }
  }
  print(desk, {{"files", looked}, {"faults", faults}});
  return faults == 0 ? admin_exit::kDone : admin_exit::kFailed;
}

int sweepStep(const Desk& desk) {
  const DataKeys keys = keysOf(desk);
  FileStore files = storeOf(desk, keys);
  demandTicket(desk);
  perform(desk, {}, [](Transaction&, Seconds) { return true; });
  std::size_t found = 0;
  int deleted = 0;
  for (int byte = 0; byte < kSweeps; ++byte) {
    const auto unknown = unknownFiles(desk.storage, files, static_cast<std::uint8_t>(byte), now());
    found += unknown.size();
    deleted += files.remove(unknown);
  }
  print(desk, {{"files", found}, {"deleted", deleted}});
  return found == static_cast<std::size_t>(deleted) ? admin_exit::kDone : admin_exit::kFailed;
}

}  // namespace madoguchi::backend
