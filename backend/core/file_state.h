#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <filesystem>
#include <optional>

namespace madoguchi::backend {

/// What tells one content of a file from the next, without reading it.
struct FileState {
  std::filesystem::path path;
  std::filesystem::file_time_type changed;
  std::uintmax_t size = 0;
  // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 takes the comparison with 0 for a pointer
  auto operator<=>(const FileState&) const = default;
};

/// std::nullopt where there is no such file, or none any more.
inline std::optional<FileState> stateOf(const std::filesystem::path& path) {
  std::error_code gone;
  FileState file{path, std::filesystem::last_write_time(path, gone), 0};
  if (!gone) {
    file.size = std::filesystem::file_size(path, gone);
  }
  return gone ? std::nullopt : std::optional(std::move(file));
}

/// Whether everybody on this machine may read or write it; not where there is no such file.
inline bool isOpenToOthers(const std::filesystem::path& path) {
  using std::filesystem::perms;
  std::error_code gone;
  const auto status = std::filesystem::status(path, gone);
  return !gone && (status.permissions() & perms::others_all) != perms::none;
}

/// A file as it was when it was read.
struct FileRead {
  FileState state;
  std::filesystem::file_time_type at;

  /// Whether it still says what was read. One that was changed when it was read, or shortly
  /// before, may change once more without another time or size: file systems count in up to two
  /// seconds.
  [[nodiscard]] bool isStill(const FileState& now) const {
    return state == now && now.changed + std::chrono::seconds(2) < at;
  }
};

}  // namespace madoguchi::backend
