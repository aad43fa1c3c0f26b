#include "backend/core/password_hash.h"

#include <sodium.h>

#include <array>

#include "backend/core/encoding.h"
#include "backend/core/loggable_error.h"

namespace madoguchi::backend {

/// One of the places in which a password is being tried.
class PasswordHasher::Turn {
 public:
  Turn(PasswordHasher& hasher, Deadline deadline) : m_hasher(hasher) {
    std::unique_lock lock(m_hasher.m_mutex);
    m_came = m_hasher.m_turnEnded.wait_until(
        lock, deadline, [this] { return m_hasher.m_running < m_hasher.m_cost.atOnce; });
    m_hasher.m_running += m_came ? 1 : 0;
  }
  ~Turn() {
    const std::lock_guard lock(m_hasher.m_mutex);
    m_hasher.m_running -= m_came ? 1 : 0;
    m_hasher.m_turnEnded.notify_one();
  }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

  [[nodiscard]] bool came() const { return m_came; }

 private:
  PasswordHasher& m_hasher;
  bool m_came = false;
};

PasswordHasher::PasswordHasher(PasswordCost cost)
    : m_cost(cost), m_nobody(hashNow(randomHex(crypto_pwhash_SALTBYTES))) {}

std::string PasswordHasher::hashNow(std::string_view password) const {
  std::array<char, crypto_pwhash_STRBYTES> text{};
  if (crypto_pwhash_str_alg(text.data(), password.data(), password.size(),
                            static_cast<unsigned long long>(m_cost.passes), m_cost.memory,
                            crypto_pwhash_ALG_ARGON2ID13) != 0) {
    throw LoggableError("there is no memory for a password");
  }
  return text.data();
}

std::optional<std::string> PasswordHasher::hash(std::string_view password, Deadline deadline) {
  const Turn turn(*this, deadline);
  return turn.came() ? std::optional(hashNow(password)) : std::nullopt;
}

PasswordHasher::Verdict PasswordHasher::verify(std::string_view password,
                                               const std::optional<std::string>& stored,
                                               Deadline deadline) {
  const Turn turn(*this, deadline);
  if (!turn.came()) {
    return Verdict::busy;
  }
  const bool same = crypto_pwhash_str_verify(stored.value_or(m_nobody).c_str(), password.data(),
                                             password.size()) == 0;
  return same && stored ? Verdict::right : Verdict::wrong;
}

bool PasswordHasher::needsRehash(const std::string& stored) const {
  return crypto_pwhash_str_needs_rehash(
             stored.c_str(), static_cast<unsigned long long>(m_cost.passes), m_cost.memory) != 0;
}

}  // namespace madoguchi::backend
