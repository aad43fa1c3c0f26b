#pragma once

#include <cstdint>

namespace madoguchi::app {

/// What madoguchi-read-heic ends with. All else that may happen to it (a signal, no memory, no
/// time) means that the picture is none that can be read: damaged.
enum class HeicVerdict : std::uint8_t {
  good = 0,  ///< the picture stands on standard output, as a PPM of 8 bits
  damaged = 10,
  tooLarge = 11,  ///< more than kMostPixelsOfHeic
};

/// Telephones have 48 million.
inline constexpr std::int64_t kMostPixelsOfHeic = 50'000'000;

}  // namespace madoguchi::app
