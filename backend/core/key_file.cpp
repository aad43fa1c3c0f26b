#include "backend/core/key_file.h"

#include <fcntl.h>
#include <openssl/crypto.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "backend/core/data_keys.h"
#include "backend/core/encoding.h"

namespace madoguchi::backend {
namespace {

std::string_view idOf(std::string_view line) { return line.substr(0, line.find(' ')); }

void forgetLines(std::vector<std::string>& lines) {
  for (std::string& line : lines) {
    OPENSSL_cleanse(line.data(), line.size());
  }
}

std::string textOfKeys(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) {
    text += line + '\n';
  }
  return text;
}

[[noreturn]] void failWith(const std::string& what, const std::filesystem::path& file) {
  throw std::runtime_error(what + ' ' + file.string() + ": " +
                           std::generic_category().message(errno));
}

/// All of it is on the disk afterwards, or there is no such file. Of the owner of `like`.
void writeKeys(const std::filesystem::path& file, const std::string& text,
               const std::filesystem::path& like) {
  struct stat before {};
  if (stat(like.c_str(), &before) != 0) {
    failWith("cannot look at", like);
  }
  const int out = open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR);
  if (out < 0) {
    failWith("cannot write", file);
  }
  const bool isOwners = (before.st_uid == geteuid() && before.st_gid == getegid()) ||
                        fchown(out, before.st_uid, before.st_gid) == 0;
  const bool isWritten =
      isOwners && write(out, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
      fsync(out) == 0;
  const int fault = errno;
  if (close(out) != 0 || !isWritten) {
    unlink(file.c_str());
    errno = fault;
    failWith("cannot write", file);
  }
}

std::vector<std::string> linesOfKeys(const std::filesystem::path& file) {
  std::vector<std::string> lines;
  std::ifstream stream(file);
  for (std::string line; std::getline(stream, line);) {
    if (!line.empty()) {
      lines.push_back(line);
    }
    OPENSSL_cleanse(line.data(), line.size());
  }
  return lines;
}

/// The folder of the file, in which one at a time changes it: the file itself is another one after
/// each change.
class FolderOfKeys {
 public:
  explicit FolderOfKeys(const std::filesystem::path& file)
      : m_folder(file.parent_path()),
        m_handle(open(m_folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    if (m_handle < 0 || flock(m_handle, LOCK_EX) != 0) {
      const int fault = errno;
      close(m_handle);
      errno = fault;
      failWith("cannot lock", m_folder);
    }
  }
  ~FolderOfKeys() { close(m_handle); }
  FolderOfKeys(const FolderOfKeys&) = delete;
  FolderOfKeys& operator=(const FolderOfKeys&) = delete;

  void sync() const {
    if (fsync(m_handle) != 0) {
      failWith("cannot write", m_folder);
    }
  }

 private:
  std::filesystem::path m_folder;
  int m_handle;
};

}  // namespace

KeyFile::KeyFile(std::filesystem::path file) : m_file(std::move(file)) {
  (void)DataKeys::fromFile(m_file);  // as the service would read it
  m_file = std::filesystem::canonical(m_file);
  m_lines = linesOfKeys(m_file);
}

KeyFile::~KeyFile() { forgetLines(m_lines); }

std::vector<std::string> KeyFile::ids() const {
  std::vector<std::string> all;
  std::ranges::transform(m_lines, std::back_inserter(all),
                         [](const std::string& line) { return std::string(idOf(line)); });
  return all;
}

bool KeyFile::has(std::string_view id) const {
  return std::ranges::find(m_lines, id, idOf) != m_lines.end();
}

void KeyFile::add(std::string_view id) {
  constexpr std::size_t kKeyBytes = 32;
  auto bytes = randomBytes(kKeyBytes);
  auto lines = m_lines;
  lines.push_back(std::string(id) + ' ' +
                  base64({reinterpret_cast<const char*>(bytes.data()), bytes.size()}));
  OPENSSL_cleanse(bytes.data(), bytes.size());
  replaceBy(std::move(lines));
}

void KeyFile::putFirst(std::string_view id) {
  auto lines = m_lines;
  const auto found = std::ranges::find(lines, id, idOf);
  std::rotate(lines.begin(), found, found == lines.end() ? found : found + 1);
  replaceBy(std::move(lines));
}

std::filesystem::path KeyFile::remove(std::string_view id) {
  auto lines = m_lines;
  const auto found = std::ranges::find(lines, id, idOf);
  if (found == lines.end()) {
    throw std::runtime_error("there is no such key in " + m_file.string());
  }
  std::filesystem::path aside = asideOf(id);
  const std::string line = *found + '\n';
  lines.erase(found);
  replaceBy(std::move(lines), [&] {
    std::ostringstream there;
    there << std::ifstream(aside).rdbuf();
    if (there.str() != line) {  // else somebody was killed behind this
      writeKeys(aside, line, m_file);
    }
  });
  return aside;
}

std::filesystem::path KeyFile::asideOf(std::string_view id) const {
  std::filesystem::path aside = m_file;
  aside += '.' + std::string(id) + ".removed";
  return aside;
}

void KeyFile::replaceBy(std::vector<std::string> lines, const std::function<void()>& first) {
  std::string text = textOfKeys(lines);
  std::filesystem::path fresh = m_file;
  fresh += ".new";
  const FolderOfKeys folder(m_file);
  try {
    auto asItIs = linesOfKeys(m_file);
    const bool isAsRead = asItIs == m_lines;
    forgetLines(asItIs);
    if (!isAsRead) {
      throw std::runtime_error(m_file.string() +
                               " was changed by somebody else meanwhile; nothing was done: once "
                               "more");
    }
    (void)DataKeys(text);  // nothing is written that the service would not read
    if (first) {
      first();
    }
    unlink(fresh.c_str());  // of somebody who was killed
    writeKeys(fresh, text, m_file);
  } catch (...) {
    OPENSSL_cleanse(text.data(), text.size());
    forgetLines(lines);
    throw;
  }
  OPENSSL_cleanse(text.data(), text.size());
  forgetLines(m_lines);
  m_lines = std::move(lines);
  std::filesystem::rename(fresh, m_file);
  folder.sync();
}

}  // namespace madoguchi::backend
