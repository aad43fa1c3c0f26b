#pragma once

#include <openssl/err.h>

#include <chrono>
#include <compare>
#include <filesystem>
#include <vector>

#include "cardreader/certificate/openssl_handles.h"

namespace madoguchi::backend {

/// What tells one content of a file from the next, without reading it.
struct FileState {
  std::filesystem::path path;
  std::filesystem::file_time_type changed;
  std::uintmax_t size = 0;
  // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 takes the comparison with 0 for a pointer
  auto operator<=>(const FileState&) const = default;
};

/// The files of a folder that end in .pem or .crl, by name. Throws
/// std::filesystem::filesystem_error.
std::vector<FileState> filesIn(const std::filesystem::path& folder);

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

/// All objects of a PEM file, or the one of a DER file; none where it cannot be read.
template <typename Pointer, auto ReadPem, auto ReadDer>
std::vector<Pointer> readAll(const std::filesystem::path& path) {
  std::vector<Pointer> objects;
  const certificate::BioHandle file(BIO_new_file(path.c_str(), "rb"));
  while (file) {
    Pointer object(ReadPem(file.get(), nullptr, nullptr, nullptr));
    if (!object) {
      break;
    }
    objects.push_back(std::move(object));
  }
  if (file && objects.empty() && BIO_seek(file.get(), 0) == 0) {
    if (Pointer object(ReadDer(file.get(), nullptr)); object) {
      objects.push_back(std::move(object));
    }
  }
  ERR_clear_error();  // the end of the file counts as an error there
  return objects;
}

}  // namespace madoguchi::backend
