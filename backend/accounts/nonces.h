#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "backend/core/encoding.h"
#include "backend/storage/storage.h"

// What a signature must contain so that it is good once and now. A nonce carries its end and a code
// by which the service knows it again, so that there is no row of it until it is used.

namespace madoguchi::backend {

struct Nonce {
  std::string value;  ///< 43 characters: base64url of its end, random bytes and the code over both
  Seconds expiresAt;  ///< ten minutes later: a person looks for a card and types a PIN meanwhile
};

/// The keys of the codes: one for each day, which all processes over one database share. Whoever
/// could read them could make nonces, which are worth nothing without a card's signature.
/// Thread-safe. All throw StorageError where a key is not known yet and the database does not tell.
class Nonces {
 public:
  explicit Nonces(Storage& storage) : m_storage(storage) {}

  /// The first one of a day makes the key and forgets those of days that have passed.
  Nonce issue(Seconds now, Deadline deadline);
  /// As issue() gave it, or std::nullopt where it is not of this service or has ended. Does not
  /// tell whether it was used.
  std::optional<Nonce> recognise(std::string_view value, Seconds now, Deadline deadline);

 private:
  using Day = std::chrono::sys_days;
  using Key = std::vector<std::uint8_t>;
  std::optional<Key> find(Day day);
  Key keep(Day day, const Key& key);

  Storage& m_storage;
  std::mutex m_mutex;
  std::map<Day, Key> m_keys;
};

bool isUsed(Transaction& transaction, std::string_view nonce);
/// False where it was used before.
bool useUp(Transaction& transaction, const Nonce& nonce);
/// Those that no clock takes for good any more; see deleteOldest().
int forgetUsedNonces(Transaction& transaction, Seconds now, int most);

}  // namespace madoguchi::backend
