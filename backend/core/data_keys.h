#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "backend/core/file_state.h"
#include "backend/core/loggable_error.h"

namespace madoguchi::backend {

/// What rests encrypted: AES-256-GCM with a random nonce.
struct Sealed {
  std::string keyId = {};
  std::string bytes = {};  ///< nonce (12), what was encrypted, tag (16)
};
/// So many bytes more than what was sealed.
constexpr std::size_t kSealBytes = 28;

class StructuredLog;

/// A key that was taken out too early, or has not been brought to this machine: what it has sealed
/// opens again when it is put back.
class MissingKey : public LoggableError {
 public:
  using LoggableError::LoggableError;
};
/// The bytes are not what was sealed there.
class DamagedSeal : public LoggableError {
 public:
  using LoggableError::LoggableError;
};

/// 1 to 32 letters, digits and "-".
bool isKeyId(std::string_view text);

/// The keys with which personal data rests, which is not where it rests itself: who has the
/// database, a backup or a disk has nothing. The first one seals; the others open what was sealed
/// before. Thread-safe.
class DataKeys {
 public:
  /// A line each: an id, a blank, 32 bytes in base64. Throws
  /// std::runtime_error, which names no key.
  explicit DataKeys(std::string_view lines);
  /// The same from a file, which must be readable by its owner alone, as it is now.
  static DataKeys fromFile(const std::filesystem::path& file);
  /// The same, and what the file says from then on: each time that something is sealed or opened,
  /// it is read anew where it has changed, so that a process need not be restarted for another key.
  /// While it cannot be read, what was read before holds, and the log says so once.
  DataKeys(std::filesystem::path file, StructuredLog& log);
  ~DataKeys();
  DataKeys(const DataKeys&) = delete;
  DataKeys& operator=(const DataKeys&) = delete;

  /// `about` names the place where it rests, so that nothing opens in the place of something else.
  [[nodiscard]] Sealed seal(std::string_view plain, std::string_view about) const;
  /// Throws MissingKey and DamagedSeal.
  [[nodiscard]] std::string open(const Sealed& sealed, std::string_view about) const;
  /// That seals now. What it is later, a file that is followed may have changed meanwhile.
  [[nodiscard]] std::string currentId() const;

  /// Reads a file that is followed where it has changed. Throws std::runtime_error where it cannot
  /// be read; what was read before holds then.
  void readWhereChanged() const;

 private:
  class Ring;
  [[nodiscard]] std::shared_ptr<const Ring> ring() const;
  void lookAtFile() const;

  std::filesystem::path m_file;    ///< empty: none is followed
  StructuredLog* m_log = nullptr;  ///< of one that follows a file
  mutable std::mutex m_mutex;      ///< of all that follows
  mutable FileRead m_read;
  mutable bool m_isUnreadable = false;
  mutable std::shared_ptr<const Ring> m_ring;
};

}  // namespace madoguchi::backend
