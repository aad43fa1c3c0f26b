#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "backend/http/endpoint.h"

namespace madoguchi::backend {

/// Where bodies of endpoints that stream wait until they are whole: files without a name in one
/// folder, so that nobody's slowness holds a worker, and nothing is left behind. Thread-safe.
class Spool {
 public:
  Spool(std::filesystem::path folder, std::size_t most)
      : m_folder(std::move(folder)), m_most(most) {}

  class File;
  /// nullptr where there are too many already. Throws std::system_error.
  std::unique_ptr<File> open();

 private:
  std::filesystem::path m_folder;
  std::size_t m_most;
  std::atomic<std::size_t> m_count = 0;
};

class Spool::File final : public BodyReader {
 public:
  File(Spool& spool, int descriptor) : m_spool(spool), m_descriptor(descriptor) {}
  ~File() override;
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  /// Throws std::system_error, as when the disk is full.
  void write(std::string_view bytes);
  /// From the start on.
  std::size_t read(std::span<std::byte> into) override;

 private:
  Spool& m_spool;
  int m_descriptor;
  off_t m_position = 0;
};

}  // namespace madoguchi::backend
