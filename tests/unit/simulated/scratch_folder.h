#pragma once

#include <filesystem>
#include <random>
#include <sstream>

namespace madoguchi::test {

/// An empty folder that goes with its owner.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::random_device random;
    std::ostringstream name;
    name << "madoguchi-test-" << std::hex << random() << random();
    m_path = std::filesystem::temp_directory_path() / name.str();
    std::filesystem::create_directories(m_path);
  }
  ~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

 private:
  std::filesystem::path m_path;
};

}  // namespace madoguchi::test
