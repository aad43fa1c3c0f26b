#pragma once

#include <filesystem>
#include <random>
#include <string>

namespace madoguchi::test {

/// A folder that goes with its owner.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    // In place of mkdtemp(), which Windows does not have.
    std::random_device random;
    do {
      m_path = std::filesystem::temp_directory_path() / ("madoguchi-" + std::to_string(random()));
    } while (!std::filesystem::create_directory(m_path));
    std::filesystem::permissions(m_path, std::filesystem::perms::owner_all);
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

 private:
  std::filesystem::path m_path;
};

}  // namespace madoguchi::test
