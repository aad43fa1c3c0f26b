#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Small encodings shared by the service: hexadecimal, digests, random names, times.

namespace madoguchi::backend {

using Seconds = std::chrono::sys_seconds;

std::span<const std::uint8_t> asBytes(std::string_view text);
std::string toHex(std::span<const std::uint8_t> bytes);  ///< lower case
std::vector<std::uint8_t> sha256(std::span<const std::uint8_t> bytes);
/// Lower-case hexadecimal of SHA-256.
std::string sha256Hex(std::string_view text);
std::vector<std::uint8_t> randomBytes(std::size_t count);
/// `bytes` random bytes as lower-case hexadecimal: for ids.
std::string randomHex(std::size_t bytes);
/// Base64 with padding, without line breaks.
std::string base64(std::string_view bytes);
/// RFC 3339 in UTC: 2026-11-20T22:10:00Z.
std::string rfc3339(Seconds time);
/// RFC 5322 in Japan's time: Fri, 20 Nov 2026 22:10:00 +0900.
std::string rfc5322(Seconds time);
Seconds now();
/// By so much the clocks of two machines may differ. What lies further ahead than that of what it
/// could be was written while a clock was wrong.
inline constexpr std::chrono::minutes kClocksDiffer{5};

}  // namespace madoguchi::backend
