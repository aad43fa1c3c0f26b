#include "backend/accounts/nonces.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "backend/core/token.h"
#include "backend/storage/columns.h"
#include "backend/storage/kept_statements.h"
#include "backend/storage/old_rows.h"
#include "backend/storage/soci.h"
#include "protocol/base64.h"

namespace madoguchi::backend {
namespace {

constexpr std::chrono::minutes kNonceLifetime{10};

// 88 random bits keep two nonces of a second apart; 128 of the code keep anybody from guessing one.
constexpr std::size_t kEndBytes = 5;
constexpr std::size_t kRandomBytes = 11;
constexpr std::size_t kSignedBytes = kEndBytes + kRandomBytes;
constexpr std::size_t kCodeBytes = 16;
constexpr unsigned kBitsOfByte = 8;

using Bytes = std::vector<std::uint8_t>;
using Day = std::chrono::sys_days;

Bytes codeOf(const Bytes& message, const Bytes& key) {
  Bytes code(crypto_auth_hmacsha256_BYTES);
  crypto_auth_hmacsha256(code.data(), message.data(), message.size(), key.data());
  code.resize(kCodeBytes);
  return code;
}

Bytes bytesOfEnd(Seconds end) {
  Bytes bytes(kEndBytes);
  auto rest = static_cast<std::uint64_t>(toColumn(end));
  for (auto byte = bytes.rbegin(); byte != bytes.rend(); ++byte, rest >>= kBitsOfByte) {
    *byte = static_cast<std::uint8_t>(rest);
  }
  return bytes;
}

Seconds endFrom(const Bytes& nonce) {
  std::uint64_t end = 0;
  for (std::size_t i = 0; i < kEndBytes; ++i) {
    end = end << kBitsOfByte | nonce[i];
  }
  return fromColumn(static_cast<long long>(end));
}

Day dayOf(Seconds end) { return std::chrono::floor<std::chrono::days>(end); }

std::optional<Bytes> storedKey(Transaction& transaction, Day day) {
  const long long number = day.time_since_epoch().count();
  std::string secret;
  soci::session& sql = transaction.session();
  sql << "SELECT secret FROM nonce_keys WHERE day = :day", soci::into(secret), soci::use(number);
  if (!sql.got_data()) {
    return std::nullopt;
  }
  return protocol::fromBase64url(secret);
}

/// Whoever is first makes it.
Bytes storedOrNewKey(Transaction& transaction, Day day) {
  const long long number = day.time_since_epoch().count();
  const long long yesterday = number - 1;
  const std::string secret = protocol::base64url(randomBytes(crypto_auth_hmacsha256_KEYBYTES));
  soci::session& sql = transaction.session();
  sql << "DELETE FROM nonce_keys WHERE day < :yesterday", soci::use(yesterday);
  sql << "INSERT INTO nonce_keys (day, secret) VALUES (:day, :secret) ON CONFLICT DO NOTHING",
      soci::use(number), soci::use(secret);
  return storedKey(transaction, day).value();
}

}  // namespace

std::optional<Nonces::Key> Nonces::find(Day day) {
  const std::lock_guard lock(m_mutex);
  const auto found = m_keys.find(day);
  return found == m_keys.end() ? std::nullopt : std::optional(found->second);
}

Nonces::Key Nonces::keep(Day day, const Key& key) {
  const std::lock_guard lock(m_mutex);
  m_keys.erase(m_keys.begin(), m_keys.lower_bound(day - std::chrono::days(1)));
  return m_keys.try_emplace(day, key).first->second;
}

Nonce Nonces::issue(Seconds now, Deadline deadline) {
  const Seconds end = now + kNonceLifetime;
  const Day day = dayOf(end);
  auto key = find(day);
  if (!key) {
    key = keep(day, m_storage.write(deadline, [day](Transaction& transaction) {
      return storedOrNewKey(transaction, day);
    }));
  }
  Bytes nonce = bytesOfEnd(end);
  std::ranges::copy(randomBytes(kRandomBytes), std::back_inserter(nonce));
  std::ranges::copy(codeOf(nonce, *key), std::back_inserter(nonce));
  return {protocol::base64url(nonce), end};
}

std::optional<Nonce> Nonces::recognise(std::string_view value, Seconds now, Deadline deadline) {
  const auto nonce = protocol::fromBase64url(value);
  if (!nonce || nonce->size() != kSignedBytes + kCodeBytes) {
    return std::nullopt;
  }
  const Seconds end = endFrom(*nonce);
  if (end <= now || end > now + kNonceLifetime + kClocksDiffer) {
    return std::nullopt;
  }
  const Day day = dayOf(end);
  auto key = find(day);
  if (!key) {
    key = m_storage.read(deadline,
                         [day](Transaction& transaction) { return storedKey(transaction, day); });
    if (!key) {
      return std::nullopt;
    }
    keep(day, *key);
  }
  const auto code = nonce->begin() + kSignedBytes;
  const Bytes expected = codeOf({nonce->begin(), code}, *key);
  if (sodium_memcmp(expected.data(), &*code, kCodeBytes) != 0) {
    return std::nullopt;
  }
  return Nonce{std::string(value), end};
}

bool isUsed(Transaction& transaction, std::string_view nonce) {
  const std::string hash = tokenDigest(nonce);
  int count = 0;
  transaction.session() << "SELECT COUNT(*) FROM used_nonces WHERE hash = :hash", soci::into(count),
      soci::use(hash);
  return count > 0;
}

bool useUp(Transaction& transaction, const Nonce& nonce) {
  const std::string hash = tokenDigest(nonce.value);
  const long long end = toColumn(nonce.expiresAt);
  const auto done = execute(transaction,
                            "INSERT INTO used_nonces (hash, expires_at)"
                            " VALUES (:hash, :end) ON CONFLICT DO NOTHING",
                            soci::use(hash), soci::use(end));
  return done.changed == 1;
}

int forgetUsedNonces(Transaction& transaction, Seconds now, int most) {
  return deleteOldest(transaction, {.table = "used_nonces", .column = "expires_at"},
                      now - kClocksDiffer, most);
}

}  // namespace madoguchi::backend
