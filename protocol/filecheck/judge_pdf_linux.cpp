#include "protocol/filecheck/judge_pdf.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <string>
#include <system_error>

#include "protocol/filecheck/pdf_verdict.h"

namespace madoguchi::filecheck {

using protocol::Reason;

namespace {

[[noreturn]] void failCheck(int error) {
  throw std::system_error(error, std::generic_category(), "a PDF file cannot be looked at");
}

/// The bytes as a file without a name, in memory.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes) : m_descriptor(memfd_create("pdf", MFD_CLOEXEC)) {
    while (m_descriptor >= 0 && !bytes.empty()) {
      const ssize_t count = write(m_descriptor, bytes.data(), bytes.size());
      if (count < 0) {
        const int error = errno;
        close(m_descriptor);
        failCheck(error);
      }
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    if (m_descriptor < 0) {
      failCheck(errno);
    }
  }
  ~MemoryFile() { close(m_descriptor); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  [[nodiscard]] int get() const { return m_descriptor; }

 private:
  int m_descriptor;
};

/// With nothing of ours but the file.
pid_t startCheck(const std::filesystem::path& program, int file) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_adddup2(&actions, file, STDIN_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
  sigset_t none;
  sigemptyset(&none);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
  std::string name = program.string();
  const std::array<char*, 2> arguments = {name.data(), nullptr};
  std::array<char*, 1> environment = {nullptr};
  pid_t child = -1;
  const int error = posix_spawn(&child, name.c_str(), &actions, &attributes, arguments.data(),
                                environment.data());
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  if (error != 0) {
    failCheck(error);
  }
  return child;
}

/// Ends the child where it has not ended by then.
void waitUntil(pid_t child, std::chrono::steady_clock::time_point deadline) {
  // glibc 2.36 declares it for C only.
  const int process = static_cast<int>(syscall(SYS_pidfd_open, child, 0));
  pollfd waited{.fd = process, .events = POLLIN, .revents = 0};
  int ended = 0;
  do {
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    ended = process < 0 ? 0
                        : poll(&waited, 1,
                               static_cast<int>(std::clamp<long long>(left.count(), 0, 60'000)));
  } while (ended < 0 && errno == EINTR);
  if (ended != 1) {
    kill(child, SIGKILL);
  }
  if (process >= 0) {
    close(process);
  }
}

std::optional<Reason> reasonOf(PdfVerdict verdict) {
  switch (verdict) {
    case PdfVerdict::good:
      return std::nullopt;
    case PdfVerdict::encrypted:
      return Reason::fileEncrypted;
    case PdfVerdict::locked:
      return Reason::fileLocked;
    case PdfVerdict::withScript:
      return Reason::fileWithScript;
    case PdfVerdict::withFiles:
      return Reason::fileWithFiles;
    case PdfVerdict::empty:
      return Reason::fileEmpty;
    case PdfVerdict::damaged:
      break;
  }
  return Reason::fileDamaged;  // and whatever else it may have ended with
}

}  // namespace

bool isPdf(std::string_view bytes) {
  constexpr std::size_t kHeaderWithin = 1024;  // where readers look for it (ISO 32000-1, 7.5.2)
  return bytes.substr(0, kHeaderWithin).find("%PDF-") != std::string_view::npos;
}

std::filesystem::path programBesideThis() {
  return std::filesystem::read_symlink("/proc/self/exe").parent_path() / "madoguchi-check-pdf";
}

std::optional<Reason> judgePdf(const std::filesystem::path& program, std::string_view bytes,
                               std::chrono::steady_clock::time_point deadline) {
  if (!isPdf(bytes)) {
    return Reason::fileType;
  }
  const MemoryFile file(bytes);
  const pid_t child = startCheck(program, file.get());
  waitUntil(child, deadline);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? reasonOf(static_cast<PdfVerdict>(WEXITSTATUS(status)))
                           : Reason::fileDamaged;
}

}  // namespace madoguchi::filecheck
