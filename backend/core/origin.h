#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace madoguchi::backend {

/// Where something listens, as an address of the web has it, in the one spelling that clients use:
/// lower case, a name in ASCII or an address, that of IPv6 in brackets.
struct HostAndPort {
  std::string host;
  std::optional<int> port;  ///< 0 to 65535
  bool operator==(const HostAndPort&) const = default;
};

/// "host[:port]". std::nullopt for what is no host (RFC 3986 section 3.2.2, RFC 1123 section 2.1),
/// and for numbers that programs read in different ways, as 127.1 and 010.0.0.1.
std::optional<HostAndPort> parseHostAndPort(std::string_view text);

/// "https://host[:port]" in any spelling, perhaps with a "/" behind it.
std::optional<HostAndPort> parseOrigin(std::string_view text);
/// As every client says it (RFC 6454 section 6.2), without the port that https has by itself.
std::string originText(const HostAndPort& origin);

}  // namespace madoguchi::backend
