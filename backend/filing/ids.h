#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "backend/core/encoding.h"

namespace madoguchi::backend {

/// Of drafts, files and applications: the millisecond since 1970 in 6 bytes, then 10 random bytes,
/// which nobody guesses (a UUID of version 7, RFC 9562 §5.7, without its marks). What is made later
/// sorts later, which tells apart what happened in one second, and new rows stand side by side in
/// an index.
inline std::string makeId() {
  constexpr std::size_t kRandomBytes = 10;
  constexpr int kByteBits = 8;
  auto moment = static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(
                                               std::chrono::system_clock::now().time_since_epoch())
                                               .count());
  std::array<std::uint8_t, 6> bytes{};
  for (auto byte = bytes.rbegin(); byte != bytes.rend(); ++byte, moment >>= kByteBits) {
    *byte = static_cast<std::uint8_t>(moment);
  }
  return toHex(bytes) + randomHex(kRandomBytes);
}

/// Whether a text out of an address can be one.
inline bool isId(std::string_view text) {
  constexpr std::size_t kIdDigits = 32;
  return text.size() == kIdDigits &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace madoguchi::backend
