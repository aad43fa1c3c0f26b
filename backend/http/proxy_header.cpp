#include "backend/http/proxy_header.h"

#include <algorithm>
#include <span>

#include "backend/core/encoding.h"

namespace madoguchi::backend {
namespace {

constexpr std::string_view kSignature("\r\n\r\n\0\r\nQUIT\n", 12);
constexpr std::size_t kFixed = 16;
/// Addresses of 36 bytes, and what proxies add: a checksum, names.
constexpr std::size_t kMostBehind = 512;

constexpr std::uint8_t kLocal = 0x20;
constexpr std::uint8_t kProxied = 0x21;
constexpr std::uint8_t kUnknownFamily = 0x00;
constexpr std::uint8_t kTcp4 = 0x11;
constexpr std::uint8_t kTcp6 = 0x21;

IpAddress mappedAddress(std::span<const std::uint8_t> ipv4) {
  IpAddress address;
  address.bytes = {};
  address.bytes[10] = 0xFF;
  address.bytes[11] = 0xFF;
  std::copy(ipv4.begin(), ipv4.end(), address.bytes.begin() + 12);
  return address;
}

/// The source stands first; behind it the destination and both ports.
ProxyHeader withAddress(std::size_t size, std::uint8_t family,
                        std::span<const std::uint8_t> behind) {
  constexpr std::size_t kAddresses4 = 12;
  constexpr std::size_t kAddresses6 = 36;
  ProxyHeader header{ProxyHeader::State::complete, size};
  if (family == kTcp4 && behind.size() >= kAddresses4) {
    header.client = mappedAddress(behind.first(4));
  } else if (family == kTcp6 && behind.size() >= kAddresses6) {
    header.client.emplace();
    std::copy_n(behind.begin(), header.client->bytes.size(), header.client->bytes.begin());
  } else if (family != kUnknownFamily) {
    header.state = ProxyHeader::State::malformed;
  }
  return header;
}

}  // namespace

ProxyHeader readProxyHeader(std::string_view text) {
  const ProxyHeader malformed{ProxyHeader::State::malformed};
  if (text.substr(0, kSignature.size()) != kSignature.substr(0, text.size())) {
    return malformed;
  }
  if (text.size() < kFixed) {
    return {ProxyHeader::State::unfinished, kFixed};
  }
  const std::span<const std::uint8_t> bytes = asBytes(text);
  const std::uint8_t command = bytes[12];
  const std::size_t length = bytes[14] * 256U + bytes[15];
  if ((command != kLocal && command != kProxied) || length > kMostBehind) {
    return malformed;
  }
  const std::size_t size = kFixed + length;
  if (bytes.size() < size) {
    return {ProxyHeader::State::unfinished, size};
  }
  return command == kLocal ? ProxyHeader{ProxyHeader::State::complete, size}
                           : withAddress(size, bytes[13], bytes.subspan(kFixed, length));
}

}  // namespace madoguchi::backend
