#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::test {

/// Bytes from hexadecimal digits; blanks between them are skipped. Throws std::invalid_argument.
std::vector<std::uint8_t> fromHex(std::string_view text);
/// "00 A4 04 0C".
std::string toHex(std::span<const std::uint8_t> bytes, std::string_view between = " ");

}  // namespace madoguchi::test
