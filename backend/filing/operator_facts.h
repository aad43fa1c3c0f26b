#pragma once

#include <filesystem>
#include <mutex>
#include <string>
#include <vector>

namespace madoguchi::backend {

/// An operator's own rows of what the law and the Agency say of procedures (see
/// forms/procedures), in a file that they may change. Thread-safe.
class OperatorFacts {
 public:
  /// Reads them; an empty path has none. Throws std::runtime_error, which names file and place, as
  /// read() does.
  explicit OperatorFacts(std::filesystem::path file);

  /// Has what the file says now hold in this program; where it cannot be read, what it said before.
  void read();

  /// The file as it was read last, for clients; none where there is none.
  [[nodiscard]] std::vector<std::string> texts() const;

 private:
  std::filesystem::path m_file;
  mutable std::mutex m_mutex;
  std::string m_text;  ///< as it was read last; empty: none
};

}  // namespace madoguchi::backend
