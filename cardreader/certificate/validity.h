#pragma once

#include <chrono>

namespace madoguchi::certificate {

/// Clocks differ by minutes, and a certificate is often used as soon as it was issued: what begins
/// within this time has begun. Nothing is added to the end.
inline constexpr std::chrono::minutes kClockLeeway{5};

enum class Validity { notYet, valid, ended };

/// Of a certificate that is valid from `notBefore` to `notAfter`. Its last second counts as after,
/// as OpenSSL has it, so that no two checks differ.
constexpr Validity validityAt(std::chrono::sys_seconds time, std::chrono::sys_seconds notBefore,
                              std::chrono::sys_seconds notAfter) {
  if (time >= notAfter) {
    return Validity::ended;
  }
  return notBefore > time + kClockLeeway ? Validity::notYet : Validity::valid;
}

}  // namespace madoguchi::certificate
