#pragma once

#include <cstddef>
#include <cstdint>

namespace madoguchi::app {

/// What madoguchi-read-heic ends with. All else that may happen to it (a signal, no memory, no
/// time) means that the picture is none that can be read: damaged.
enum class HeicVerdict : std::uint8_t {
  /// The picture stands on standard output, as a PPM of 8 bits, and behind it the ICC profile of
  /// its colours, where it has one.
  good = 0,
  damaged = 10,
  tooLarge = 11,  ///< more than kMostPixelsOfHeic
};

/// Telephones have 48 million.
inline constexpr std::int64_t kMostPixelsOfHeic = 50'000'000;
/// Bytes. Those of telephones have about 500.
inline constexpr std::size_t kLargestProfile = std::size_t{1} << 20U;

}  // namespace madoguchi::app
