#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <iterator>
#include <span>
#include <system_error>
#include <utility>

#include "backend/files/shelf.h"

namespace madoguchi::backend {
namespace {

constexpr std::size_t kFolderDigits = 2;

class OpenFile {
 public:
  explicit OpenFile(int descriptor) : m_descriptor(descriptor) {}
  ~OpenFile() {
    if (m_descriptor >= 0) {
      close(m_descriptor);
    }
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  [[nodiscard]] int get() const { return m_descriptor; }

 private:
  int m_descriptor;
};

[[noreturn]] void failFile(const char* what) {
  throw FileError(std::string(what) + ": " + std::generic_category().message(errno));
}

void writeAll(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno != EINTR) {
      failFile("a piece of a file cannot be kept");
    }
    bytes.remove_prefix(count > 0 ? static_cast<std::size_t>(count) : 0);
  }
}

/// A new name in it is on the disk only then.
void syncFolder(const std::filesystem::path& folder) {
  const OpenFile opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (opened.get() < 0 || fsync(opened.get()) != 0) {
    failFile("a folder for files does not reach the disk");
  }
}

class FolderShelf : public Shelf {
 public:
  explicit FolderShelf(std::filesystem::path folder) : m_folder(std::move(folder)) {
    std::error_code fault;
    std::filesystem::create_directories(m_folder, fault);
    if (fault || stat(m_folder.c_str(), &m_state) != 0) {
      throw FileError("the folder for files cannot be made: " + fault.message());
    }
  }

  void put(const std::string& name, std::string_view bytes) override {
    demandSameFolder();
    const std::filesystem::path path = pathOf(name);
    if (mkdir(path.parent_path().c_str(), S_IRWXU) == 0) {
      giveToOwner(OpenFile(::open(path.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)));
      syncFolder(m_folder);
    } else if (errno != EEXIST) {
      failFile("a folder for files cannot be made");
    }
    const OpenFile file(
        ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
    if (file.get() < 0) {
      failFile("a file cannot be opened");
    }
    try {
      giveToOwner(file);
      writeAll(file.get(), bytes);
      if (fsync(file.get()) != 0) {
        failFile("a piece of a file does not reach the disk");
      }
      syncFolder(path.parent_path());
    } catch (const FileError&) {
      unlink(path.c_str());  // of a full disk at once
      throw;
    }
  }

  std::string get(const std::string& name) override {
    std::ifstream file(pathOf(name), std::ios::binary);
    try {
      std::string bytes((std::istreambuf_iterator<char>(file)), {});
      if (file.is_open() && !file.bad()) {
        return bytes;
      }
    } catch (const std::ios_base::failure&) {  // of the disk, or a server of files
    }
    throw FileError("a file that was kept cannot be read");
  }

  bool remove(const std::string& name) noexcept override {
    // Under a mount that went nothing is there, and all of it comes back.
    return isSameFolder() && (unlink(pathOf(name).c_str()) == 0 || errno == ENOENT);
  }

  std::vector<std::string> namesFrom(std::uint8_t firstByte, PutBetween time) override {
    const std::filesystem::path folder = m_folder / toHex(std::span(&firstByte, 1));
    std::vector<std::string> old;
    std::error_code fault;
    for (std::filesystem::directory_iterator entry(folder, fault), end; !fault && entry != end;
         entry.increment(fault)) {
      struct stat state {};
      if (lstat(entry->path().c_str(), &state) == 0 && S_ISREG(state.st_mode) &&
          state.st_mtim.tv_sec >= time.since.time_since_epoch().count() &&
          state.st_mtim.tv_sec < time.before.time_since_epoch().count()) {
        old.push_back(entry->path().filename());
      }
    }
    if (fault && fault != std::errc::no_such_file_or_directory) {
      throw FileError("the folder for files cannot be read: " + fault.message());
    }
    return old;
  }

 private:
  [[nodiscard]] std::filesystem::path pathOf(const std::string& name) const {
    return m_folder / name.substr(0, kFolderDigits) / name;
  }

  /// Where a mount has gone, what is kept would lie under it, and be lost when it comes back.
  [[nodiscard]] bool isSameFolder() const noexcept {
    struct stat now {};
    return stat(m_folder.c_str(), &now) == 0 && now.st_dev == m_state.st_dev &&
           now.st_ino == m_state.st_ino;
  }
  void demandSameFolder() const {
    if (!isSameFolder()) {
      throw FileError("the folder for files is not the one that it was at the start");
    }
  }

  /// What an operator puts there as root is the service's, too.
  void giveToOwner(const OpenFile& file) const {
    if (geteuid() == 0 && m_state.st_uid != 0 &&
        fchown(file.get(), m_state.st_uid, m_state.st_gid) != 0) {
      failFile("a file cannot be given to the owner of the folder");
    }
  }

  std::filesystem::path m_folder;
  struct stat m_state {};  ///< of it
};

}  // namespace

std::unique_ptr<Shelf> makeFolderShelf(std::filesystem::path folder) {
  return std::make_unique<FolderShelf>(std::move(folder));
}

}  // namespace madoguchi::backend
