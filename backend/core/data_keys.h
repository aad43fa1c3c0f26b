#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::backend {

/// What rests encrypted: AES-256-GCM with a random nonce.
struct Sealed {
  std::string keyId = {};
  std::string bytes = {};  ///< nonce (12), what was encrypted, tag (16)
};
/// So many bytes more than what was sealed.
constexpr std::size_t kSealBytes = 28;

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
  /// The same from a file, which must be readable by its owner alone.
  static DataKeys fromFile(const std::filesystem::path& file);
  ~DataKeys();
  DataKeys(DataKeys&&) = default;
  DataKeys& operator=(DataKeys&&) = delete;
  DataKeys(const DataKeys&) = delete;
  DataKeys& operator=(const DataKeys&) = delete;

  /// `about` names the place where it rests, so that nothing opens in the place of something else.
  [[nodiscard]] Sealed seal(std::string_view plain, std::string_view about) const;
  /// Throws LoggableError where the key is not there or the bytes are not what was sealed there.
  [[nodiscard]] std::string open(const Sealed& sealed, std::string_view about) const;
  /// That seals.
  [[nodiscard]] const std::string& currentId() const { return m_keys.front().id; }

 private:
  static constexpr std::size_t kKeyBytes = 32;
  struct Key {
    std::string id;
    std::array<std::uint8_t, kKeyBytes> bytes{};
  };
  void add(std::string_view line);

  std::vector<Key> m_keys;
};

}  // namespace madoguchi::backend
