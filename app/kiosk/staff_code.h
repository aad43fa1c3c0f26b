#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include "cardreader/secret_buffer.h"

namespace madoguchi::app {

/// Shorter ones are tried out too soon by who stands before the machine.
inline constexpr std::size_t kShortestStaffCode = 6;
inline constexpr std::size_t kLongestStaffCode = 64;

/// What a machine's policy holds of the code that opens the page for staff: scrypt (RFC 7914, r =
/// 8, p = 1) of it with a random salt, as "scrypt:<log2 N>:<salt>:<hash>" in hexadecimal digits.
std::string hashOfStaffCode(const card::SecretBuffer& code);
/// Whether it is the code of such a hash; false also where the hash is none.
bool isStaffCode(const card::SecretBuffer& code, const std::string& hash);

/// Before the page for staff: whoever does not know the code cannot try one after the other.
class StaffDoor {
 public:
  using Time = std::chrono::steady_clock::time_point;
  enum class Answer { open, wrong, closed };

  /// `hash` may be empty: then no code opens it.
  explicit StaffDoor(std::string hash, std::function<Time()> now = &std::chrono::steady_clock::now);

  [[nodiscard]] bool isThere() const { return !m_hash.empty(); }
  /// After so many wrong ones it is closed to all for kClosed.
  static constexpr int kTries = 5;
  static constexpr std::chrono::minutes kClosed{5};
  [[nodiscard]] Answer enter(const card::SecretBuffer& code);

 private:
  const std::string m_hash;
  const std::function<Time()> m_now;
  int m_wrong = 0;
  std::optional<Time> m_closedUntil;
};

/// Asks for a code at the terminal, twice and without showing it, and prints its hash; from what is
/// no terminal it reads one line. The status with which the program ends.
int askForStaffCode();

}  // namespace madoguchi::app
