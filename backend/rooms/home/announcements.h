#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "backend/core/file_state.h"

namespace madoguchi::backend {

class StructuredLog;

/// What an operator tells everybody, from a file
/// [{"date":"YYYY-MM-DD","text":{"ja":...,"easy":...,"en":...}}, ...], newest first as it stands
/// there. It is read again when it changes, so that a new announcement needs no restart. What
/// cannot be shown in every language (see protocol/announcement.h), and what is too much, is left
/// out, and the log says so. Thread-safe.
class Announcements {
 public:
  /// An empty path has none. Throws std::runtime_error where the file cannot be read.
  Announcements(std::filesystem::path file, StructuredLog& log);

  /// The answer of GET /v1/announcements. A file that cannot be read any more is logged; what it
  /// said before stays.
  nlohmann::json in(std::string_view language);

 private:
  void read(const FileState& state);
  void readWhereChanged();

  std::filesystem::path m_file;
  StructuredLog& m_log;
  std::mutex m_mutex;  ///< of all that follows
  FileRead m_read;
  bool m_unreadable = false;
  std::map<std::string, nlohmann::json, std::less<>> m_lists;  ///< by language
};

}  // namespace madoguchi::backend
