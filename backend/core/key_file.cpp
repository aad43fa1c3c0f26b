#include "backend/core/key_file.h"

#include <fcntl.h>
#include <openssl/crypto.h>
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

void syncFolderOf(const std::filesystem::path& file) {
  const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
  const int handle = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const bool isDone = handle >= 0 && fsync(handle) == 0;
  if (handle >= 0) {
    close(handle);
  }
  if (!isDone) {
    failWith("cannot write", folder);
  }
}

}  // namespace

KeyFile::KeyFile(std::filesystem::path file) : m_file(std::move(file)) {
  (void)DataKeys::fromFile(m_file);  // as the service would read it
  std::ifstream stream(m_file);
  for (std::string line; std::getline(stream, line);) {
    if (!line.empty()) {
      m_lines.push_back(line);
    }
    OPENSSL_cleanse(line.data(), line.size());
  }
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
  std::filesystem::path aside = m_file;
  aside += '.' + std::string(id) + ".removed";
  std::ostringstream there;
  there << std::ifstream(aside).rdbuf();
  if (there.str() != *found + '\n') {  // else somebody was killed behind this
    writeKeys(aside, *found + '\n', m_file);
  }
  lines.erase(found);
  replaceBy(std::move(lines));
  return aside;
}

void KeyFile::replaceBy(std::vector<std::string> lines) {
  std::string text = textOfKeys(lines);
  std::filesystem::path fresh = m_file;
  fresh += ".new";
  try {
    (void)DataKeys(text);   // nothing is written that the service would not read
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
  syncFolderOf(m_file);
}

}  // namespace madoguchi::backend
