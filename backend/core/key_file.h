#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::backend {

/// The file of data keys (DataKeys) as an operator changes it. Each change is a new file, written
/// beside and put in its place, its owner's alone and of the owner before; where the path is a
/// link, in the place of what it leads to. Nothing is changed where somebody else has changed the
/// file since it was read: a key that is lost is lost with all that it has sealed. All throw
/// std::runtime_error, which names no key, and leave the file as it was then.
class KeyFile {
 public:
  /// Reads it.
  explicit KeyFile(std::filesystem::path file);
  ~KeyFile();
  KeyFile(const KeyFile&) = delete;
  KeyFile& operator=(const KeyFile&) = delete;

  /// In their order: the first one seals.
  [[nodiscard]] std::vector<std::string> ids() const;
  [[nodiscard]] bool has(std::string_view id) const;

  /// A new random key behind all others, which opens and does not seal.
  void add(std::string_view id);
  /// One that is there seals from now on.
  void putFirst(std::string_view id);
  /// Takes one out, which does not seal; its line goes to a file of its own, which it gives.
  std::filesystem::path remove(std::string_view id);
  /// Where the line of one lies that was taken out.
  [[nodiscard]] std::filesystem::path asideOf(std::string_view id) const;

 private:
  /// `first` is done where the file is as it was read.
  void replaceBy(std::vector<std::string> lines, const std::function<void()>& first = {});

  std::filesystem::path m_file;
  std::vector<std::string> m_lines;
};

}  // namespace madoguchi::backend
