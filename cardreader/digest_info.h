#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace madoguchi::card {

inline constexpr std::size_t kSha256Length = 32;

/// DER of the DigestInfo that a card pads and signs (PKCS #1 v1.5, RFC 8017 section 9.2).
std::vector<std::uint8_t> sha256DigestInfo(std::span<const std::uint8_t, kSha256Length> digest);

/// The same for data that are still to be hashed.
std::vector<std::uint8_t> sha256DigestInfoOf(std::span<const std::uint8_t> data);

}  // namespace madoguchi::card
