#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "backend/core/data_keys.h"
#include "backend/core/encoding.h"
#include "backend/files/shelf.h"

namespace madoguchi::backend {

/// A piece that rests.
struct KeptPiece {
  std::uint64_t stored = 0;  ///< so many bytes
  std::string keyId = {};    ///< that has sealed it
};

/// What people hand in, as the pieces in which it comes: each under a random name, sealed to that.
/// Never under names or digests of theirs: nobody has a say in where something lies, and the same
/// file of two people is two files, so that the end of the one is not the end of the other.
/// Thread-safe. All but remove() throw FileError.
class FileStore {
 public:
  /// The keys outlive it.
  FileStore(std::unique_ptr<Shelf> shelf, const DataKeys& keys);

  /// For a piece: 16 random bytes, so that a shelf's folders, by first byte, fill evenly.
  static std::string makeName();

  /// Under a name that nothing had before. It is safe then.
  KeptPiece put(const std::string& name, std::string_view piece);

  /// What was put there, opened; `stored` as put() gave it.
  void read(const std::string& name, std::uint64_t stored,
            const std::function<void(std::string_view)>& take) const;

  /// What was put there once more, sealed with the key of today, under a name of its own,
  /// which it gives first.
  std::pair<std::string, KeptPiece> putAnew(const std::string& name, std::uint64_t stored);
  /// Of the key that seals.
  [[nodiscard]] std::string currentKey() const { return m_keys.currentId(); }

  /// What cannot be removed now, and what comes behind it, is swept later; nobody waits for it.
  /// Gives how many were.
  int remove(const std::vector<std::string>& names) noexcept;

  /// For who sweeps: names that begin with this byte, of what was put there in that time.
  std::vector<std::string> namesFrom(std::uint8_t firstByte, PutBetween time) const;

 private:
  std::unique_ptr<Shelf> m_shelf;
  const DataKeys& m_keys;
};

}  // namespace madoguchi::backend
