#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

// For texts that a card signs and the service reads.

namespace madoguchi::app {

std::span<const std::uint8_t> bytesOf(std::string_view text);
/// base64url of SHA-256, by which one signed text binds another.
std::string digestOf(std::string_view text);

}  // namespace madoguchi::app
