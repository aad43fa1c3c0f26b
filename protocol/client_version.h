#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

// The service says the least version of the program that it still accepts, and refuses older ones.

namespace madoguchi::protocol {

/// Of "1.12.3": compared number by number.
using Version = std::array<int, 3>;

/// std::nullopt for what is not three numbers of at most four digits, apart by dots.
std::optional<Version> readVersion(std::string_view text);
std::string toText(const Version& version);

/// Before the program's version in the field User-Agent of its requests.
inline constexpr std::string_view kClientName = "Madoguchi/";
/// std::nullopt for other programs.
std::optional<Version> clientVersion(std::string_view userAgent);

}  // namespace madoguchi::protocol
