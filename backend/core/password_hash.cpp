#include "backend/core/password_hash.h"

#include <sodium.h>

#include <array>
#include <charconv>
#include <system_error>

#include "backend/core/encoding.h"
#include "backend/core/loggable_error.h"

namespace madoguchi::backend {
namespace {

[[noreturn]] void failForMemory() { throw MemoryError("there is no memory for a password"); }

constexpr std::size_t kHashBytes = 32;

/// What stands in "$argon2id$v=19$m=65536,t=3,p=1$SALT$HASH".
struct StoredHash {
  std::size_t memory = 0;  ///< KiB
  unsigned long long passes = 0;
  std::array<unsigned char, crypto_pwhash_SALTBYTES> salt{};
  std::array<unsigned char, kHashBytes> hash{};
};

/// Takes the number behind these words. False where it is not there.
template <typename Number>
bool takeNumber(std::string_view& rest, std::string_view words, Number& number) {
  if (!rest.starts_with(words)) {
    return false;
  }
  rest.remove_prefix(words.size());
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
  rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
  return error == std::errc();
}

/// Takes as many bytes as there is room for, in base64 behind these words.
template <std::size_t Size>
bool takeBytes(std::string_view& rest, std::string_view words,
               std::array<unsigned char, Size>& bytes) {
  if (!rest.starts_with(words)) {
    return false;
  }
  rest.remove_prefix(words.size());
  const std::string_view text = rest.substr(0, rest.find('$'));
  rest.remove_prefix(text.size());
  std::size_t count = 0;
  return sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &count,
                           nullptr, sodium_base64_VARIANT_ORIGINAL_NO_PADDING) == 0 &&
         count == bytes.size();
}

StoredHash storedHash(std::string_view text) {
  StoredHash stored;
  if (!takeNumber(text, "$argon2id$v=19$m=", stored.memory) ||
      !takeNumber(text, ",t=", stored.passes) || !takeBytes(text, ",p=1$", stored.salt) ||
      !takeBytes(text, "$", stored.hash) || !text.empty()) {
    throw LoggableError("the hash of a password cannot be read");
  }
  return stored;
}

}  // namespace

PasswordHasher::Turn::Turn(PasswordHasher& hasher, Deadline deadline) : m_hasher(hasher) {
  std::unique_lock lock(m_hasher.m_mutex);
  m_came = m_hasher.m_turnEnded.wait_until(
      lock, deadline, [this] { return m_hasher.m_running < m_hasher.m_cost.atOnce; });
  m_hasher.m_running += m_came ? 1 : 0;
}

PasswordHasher::Turn::~Turn() {
  const std::lock_guard lock(m_hasher.m_mutex);
  m_hasher.m_running -= m_came ? 1 : 0;
  m_hasher.m_turnEnded.notify_one();
}

PasswordHasher::PasswordHasher(PasswordCost cost)
    : m_cost(cost), m_nobody(hashNow(randomHex(crypto_pwhash_SALTBYTES))) {}

std::string PasswordHasher::hashNow(std::string_view password) const {
  std::array<char, crypto_pwhash_STRBYTES> text{};
  if (crypto_pwhash_str_alg(text.data(), password.data(), password.size(),
                            static_cast<unsigned long long>(m_cost.passes), m_cost.memory,
                            crypto_pwhash_ALG_ARGON2ID13) != 0) {
    failForMemory();
  }
  return text.data();
}

std::string PasswordHasher::hash(const Turn& /*turn*/, std::string_view password) const {
  return hashNow(password);
}

bool PasswordHasher::verify(const Turn& /*turn*/, std::string_view password,
                            const std::optional<std::string>& stored) const {
  // Not by crypto_pwhash_str_verify(), to which a password is also wrong where there is no memory.
  const StoredHash expected = storedHash(stored ? *stored : m_nobody);
  std::array<unsigned char, kHashBytes> hash{};
  constexpr std::size_t kKibibyte = 1024;
  if (crypto_pwhash(hash.data(), hash.size(), password.data(), password.size(),
                    expected.salt.data(), expected.passes, expected.memory * kKibibyte,
                    crypto_pwhash_ALG_ARGON2ID13) != 0) {
    failForMemory();
  }
  return sodium_memcmp(hash.data(), expected.hash.data(), hash.size()) == 0 && stored;
}

std::optional<std::string> PasswordHasher::hash(std::string_view password, Deadline deadline) {
  const Turn turn(*this, deadline);
  return turn.came() ? std::optional(hashNow(password)) : std::nullopt;
}

bool PasswordHasher::needsRehash(const std::string& stored) const {
  return crypto_pwhash_str_needs_rehash(
             stored.c_str(), static_cast<unsigned long long>(m_cost.passes), m_cost.memory) != 0;
}

}  // namespace madoguchi::backend
