#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// RFC 4648. Each reader takes exactly what its writer writes: no blanks, no other alphabet, no bits
// that belong to no byte, so that the same bytes never have two texts.

namespace madoguchi::protocol {

/// With padding, as x5c demands (RFC 7515 section 4.1.6).
std::string base64(std::span<const std::uint8_t> bytes);
std::optional<std::vector<std::uint8_t>> fromBase64(std::string_view text);

/// With the URL's alphabet and without padding (RFC 7515 section 2).
std::string base64url(std::span<const std::uint8_t> bytes);
std::optional<std::vector<std::uint8_t>> fromBase64url(std::string_view text);

}  // namespace madoguchi::protocol
