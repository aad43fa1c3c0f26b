#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "backend/core/deadline.h"

namespace madoguchi::backend {

/// What one password costs whoever guesses it, and this service at each login.
struct PasswordCost {
  std::size_t memory = 64UL << 20U;  ///< bytes; RFC 9106, 4: the second recommended choice ...
  int passes = 3;                    ///< ... with as many passes over it
  std::size_t atOnce = 4;            ///< so that asking often takes no more memory than this allows
};

/// Passwords as they are stored: argon2id (RFC 9106) with its parameters and salt in the text, as
/// libsodium writes it, at most 127 characters. Thread-safe.
class PasswordHasher {
 public:
  explicit PasswordHasher(PasswordCost cost);
  PasswordHasher(const PasswordHasher&) = delete;
  PasswordHasher& operator=(const PasswordHasher&) = delete;

  /// One of the places in which a password is looked at, until this is destroyed. Whoever has one
  /// waits for no other.
  class Turn {
   public:
    Turn(PasswordHasher& hasher, Deadline deadline);
    ~Turn();
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

    /// False where it did not come before the deadline.
    [[nodiscard]] bool came() const { return m_came; }

   private:
    PasswordHasher& m_hasher;
    bool m_came = false;
  };

  // In a turn that came. Both throw LoggableError where there is no memory, or where `stored` is
  // damaged.

  [[nodiscard]] std::string hash(const Turn& turn, std::string_view password) const;
  /// `stored` is what hash() gave; std::nullopt where there is no such account, or none with a
  /// password: it is wrong then, and takes the same time.
  [[nodiscard]] bool verify(const Turn& turn, std::string_view password,
                            const std::optional<std::string>& stored) const;

  /// In a turn of its own: std::nullopt where that does not come before the deadline.
  std::optional<std::string> hash(std::string_view password, Deadline deadline);

  /// Whether `stored` was made with another cost than is asked for today.
  [[nodiscard]] bool needsRehash(const std::string& stored) const;

 private:
  [[nodiscard]] std::string hashNow(std::string_view password) const;

  PasswordCost m_cost;
  std::string m_nobody;  ///< of a password that nobody has
  std::mutex m_mutex;
  std::condition_variable m_turnEnded;
  std::size_t m_running = 0;
};

}  // namespace madoguchi::backend
