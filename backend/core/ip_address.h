#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace madoguchi::backend {

/// An address of IPv6, or of IPv4 in its mapped form (RFC 4291, 2.5.5.2), so that 127.0.0.1 and
/// ::ffff:127.0.0.1, as a socket for both says it, are the same.
struct IpAddress {
  std::array<std::uint8_t, 16> bytes{};
  bool operator==(const IpAddress&) const = default;
  bool operator<(const IpAddress& other) const { return bytes < other.bytes; }
};

/// Without brackets, port or zone; nullopt where it is no address.
std::optional<IpAddress> parseIpAddress(std::string_view text);

/// As people write it: 192.0.2.1, 2001:db8::1.
std::string toString(const IpAddress& address);

/// What people are counted by: an address of IPv4, or the first 64 bits of one of IPv6, which is
/// what one subscriber gets.
IpAddress subscriberOf(const IpAddress& address);

}  // namespace madoguchi::backend
