#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "backend/core/ip_address.h"

namespace madoguchi::backend {

/// What a proxy that passes TLS through says before all else: who comes. The binary form (PROXY
/// protocol, version 2, https://www.haproxy.org/download/2.6/doc/proxy-protocol.txt section 2.2);
/// the one for people is not read.
struct ProxyHeader {
  enum class State : std::uint8_t { unfinished, complete, malformed };
  State state = State::unfinished;
  /// How long it is, as far as its bytes tell: so many have to be read, and not one more.
  std::size_t size = 0;
  /// None where the proxy speaks for itself, as when it looks whether the service is there.
  std::optional<IpAddress> client = std::nullopt;
};

/// `bytes` is what has come of it, and nothing behind it.
ProxyHeader readProxyHeader(std::string_view bytes);

}  // namespace madoguchi::backend
