#include "protocol/filecheck/run_apart.h"

#include <fcntl.h>
#include <malloc.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <string>
#include <system_error>

namespace madoguchi::filecheck {

struct MemoryFile::Private {
  int descriptor = -1;
  void* mapped = nullptr;
  std::size_t size = 0;

  ~Private() {
    if (mapped != nullptr) {
      munmap(mapped, size);
    }
    if (descriptor >= 0) {
      close(descriptor);
    }
  }
  Private() = default;
  Private(const Private&) = delete;
  Private& operator=(const Private&) = delete;
};

namespace {

[[noreturn]] void failRun(int error) {
  throw std::system_error(error, std::generic_category(), "a file cannot be looked at");
}

/// With nothing of ours but the file.
pid_t start(const std::filesystem::path& program, int input, std::optional<int> output) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  if (!output) {
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  } else {
    posix_spawn_file_actions_adddup2(&actions, *output, STDOUT_FILENO);
  }
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
    failRun(error);
  }
  return child;
}

/// Ends the child where it has not ended by then. False where it could not be waited for, for want
/// of a descriptor.
bool waitUntil(pid_t child, std::chrono::steady_clock::time_point deadline) {
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
  return process >= 0;
}

/// By the kernel for want of memory, or by whoever else may.
bool wasKilledByOthers(int status, const rusage& used,
                       std::chrono::steady_clock::time_point deadline) {
  return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL &&
         std::chrono::steady_clock::now() < deadline &&
         used.ru_utime.tv_sec + used.ru_stime.tv_sec < kLeastSeconds;
}

}  // namespace

MemoryFile::MemoryFile(std::string_view bytes) : d(std::make_unique<Private>()) {
  d->descriptor = memfd_create("file", MFD_CLOEXEC);
  while (d->descriptor >= 0 && !bytes.empty()) {
    const ssize_t count = write(d->descriptor, bytes.data(), bytes.size());
    if (count < 0) {
      failRun(errno);
    }
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  if (d->descriptor < 0) {
    failRun(errno);
  }
}

MemoryFile::~MemoryFile() = default;

std::string_view MemoryFile::bytes() {
  struct stat file {};
  if (d->mapped == nullptr && fstat(d->descriptor, &file) == 0 && file.st_size > 0) {
    const auto size = static_cast<std::size_t>(file.st_size);
    void* const mapped = mmap(nullptr, size, PROT_READ, MAP_SHARED, d->descriptor, 0);
    if (mapped != MAP_FAILED) {
      d->mapped = mapped;
      d->size = size;
    }
  }
  return {static_cast<const char*>(d->mapped), d->size};
}

std::filesystem::path programBesideThis(std::string_view name) {
  return std::filesystem::read_symlink("/proc/self/exe").parent_path() / name;
}

std::optional<int> runApart(const std::filesystem::path& program, const MemoryFile& input,
                            MemoryFile* output, std::chrono::steady_clock::time_point deadline) {
  const pid_t child =
      start(program, input.ofSystem().descriptor,
            output != nullptr ? std::optional(output->ofSystem().descriptor) : std::nullopt);
  const bool waited = waitUntil(child, deadline);
  const int error = errno;
  int status = 0;
  rusage used{};
  pid_t ended = -1;
  do {
    ended = wait4(child, &status, 0, &used);
  } while (ended < 0 && errno == EINTR);
  if (ended != child) {
    failRun(errno);  // nobody knows how it ended: whoever started us has SIGCHLD ignored
  }
  if (!waited) {
    failRun(error);
  }
  if (wasKilledByOthers(status, used, deadline)) {
    failRun(ENOMEM);
  }
  return WIFEXITED(status) ? std::optional(WEXITSTATUS(status)) : std::nullopt;
}

void boundOneself(const Bounds& bounds) {
  const auto limit = [](__rlimit_resource what, rlim_t most) {
    const rlimit both{.rlim_cur = most, .rlim_max = most};
    setrlimit(what, &both);
  };
  prctl(PR_SET_DUMPABLE, 0);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  mallopt(M_ARENA_MAX, 1);  // each thread of a decoder would reserve memory of its own
  if (bounds.memory) {
    limit(RLIMIT_AS, *bounds.memory);
  }
  limit(RLIMIT_CPU, bounds.seconds);
  limit(RLIMIT_FSIZE, bounds.output);
  if (bounds.startsNothing) {
    limit(RLIMIT_NPROC, 0);
  }
}

std::string_view wholeInput() {
  struct stat input {};
  if (fstat(STDIN_FILENO, &input) != 0 || input.st_size <= 0) {
    return {};
  }
  const auto size = static_cast<std::size_t>(input.st_size);
  void* const bytes = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, STDIN_FILENO, 0);
  return bytes == MAP_FAILED ? std::string_view()
                             : std::string_view(static_cast<const char*>(bytes), size);
}

bool writeOutput(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (count <= 0) {
      return false;
    }
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

}  // namespace madoguchi::filecheck
