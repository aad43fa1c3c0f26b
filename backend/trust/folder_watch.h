#pragma once

#include <chrono>
#include <filesystem>
#include <vector>

namespace madoguchi::backend {

/// Tells whether something in some folders may have changed, so that what was read of them can be
/// kept without a look at each file. Not thread-safe.
class FolderWatch {
 public:
  explicit FolderWatch(std::vector<std::filesystem::path> folders);
  ~FolderWatch();
  FolderWatch(const FolderWatch&) = delete;
  FolderWatch& operator=(const FolderWatch&) = delete;

  /// Whether to look: the first time, where the system says that a name or a file has changed since
  /// this was asked last, where it cannot say, and once a minute in any case, because it knows
  /// nothing of what other machines do in a shared folder.
  bool mayHaveChanged();

 private:
  [[nodiscard]] bool wasTold() const;
  void begin();
  void end();

  std::vector<std::filesystem::path> m_folders;
  int m_events = -1;  ///< -1 where the system cannot say
  std::chrono::steady_clock::time_point m_lookAgain;
};

}  // namespace madoguchi::backend
