#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>

// Programs of this project that look at files of strangers, apart from whoever asks them:
// run_apart_linux.cpp, run_apart_windows.cpp.

namespace madoguchi::filecheck {

/// Bytes that such a program reads or writes as a file without a name, which never rests on a disk.
class MemoryFile {
 public:
  /// Throws std::system_error where there is no memory for it.
  explicit MemoryFile(std::string_view bytes = {});
  ~MemoryFile();
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  MemoryFile(MemoryFile&&) = delete;
  MemoryFile& operator=(MemoryFile&&) = delete;

  /// What stands in it when it is first asked for, until this is destroyed; empty where it cannot
  /// be read.
  [[nodiscard]] std::string_view bytes();

  struct Private;
  [[nodiscard]] Private& ofSystem() const { return *d; }

 private:
  std::unique_ptr<Private> d;
};

/// Where a program of this name lies beside the calling one.
std::filesystem::path programBesideThis(std::string_view name);

/// Runs a program that gets `input` and `output` and nothing else of ours, and ends it where it has
/// not ended by `deadline`. Its exit status; nothing where it ended otherwise. No output: it is
/// lost. Throws std::system_error where the program cannot be run, or was ended by somebody else
/// (of Linux: for want of memory). Thread-safe.
std::optional<int> runApart(const std::filesystem::path& program, const MemoryFile& input,
                            MemoryFile* output, std::chrono::steady_clock::time_point deadline);

// For such a program itself.

/// Who is killed before has not come to the end of its own seconds.
inline constexpr int kLeastSeconds = 5;

struct Bounds {
  std::optional<std::size_t> memory;  ///< bytes; none: as the system has it
  unsigned seconds;                   ///< of a processor: more than kLeastSeconds
  std::size_t output;                 ///< bytes
  bool startsNothing;                 ///< neither programs nor, on Linux, threads
};

/// Keeps the process within bounds, and from everything that it does not need. Called first in
/// main().
void boundOneself(const Bounds& bounds);
/// All of standard input; empty where it cannot be read. To be asked for once.
std::string_view wholeInput();
/// To standard output. False where not all of it went out.
bool writeOutput(std::string_view bytes);

}  // namespace madoguchi::filecheck
