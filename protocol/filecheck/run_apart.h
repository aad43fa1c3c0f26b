#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string_view>

// Programs of this project that look at files of strangers, apart from whoever asks them.

namespace madoguchi::filecheck {

/// Bytes as a file without a name, in memory.
class MemoryFile {
 public:
  /// Throws std::system_error where there is no memory for it.
  explicit MemoryFile(std::string_view bytes = {});
  ~MemoryFile();
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  MemoryFile(MemoryFile&&) = delete;
  MemoryFile& operator=(MemoryFile&&) = delete;

  [[nodiscard]] int descriptor() const { return m_descriptor; }
  /// What stands in it when it is first asked for, until this is destroyed; empty where it cannot
  /// be read.
  [[nodiscard]] std::string_view bytes();

 private:
  int m_descriptor;
  void* m_mapped = nullptr;
  std::size_t m_size = 0;
};

/// Where a program of this name lies beside the calling one.
std::filesystem::path programBesideThis(std::string_view name);

/// Runs a program that gets `input` and `output` and nothing else of ours, and ends it where it has
/// not ended by `deadline`. Its exit status; nothing where it ended otherwise. No output:
/// /dev/null. Throws std::system_error where the program cannot be run. Thread-safe.
std::optional<int> runApart(const std::filesystem::path& program, const MemoryFile& input,
                            const MemoryFile* output,
                            std::chrono::steady_clock::time_point deadline);

}  // namespace madoguchi::filecheck
