#include "backend/core/ip_address.h"

#include <arpa/inet.h>

#include <algorithm>

namespace madoguchi::backend {
namespace {

constexpr std::array<std::uint8_t, 12> kMappedPrefix = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};

bool isOfIpv4(const IpAddress& address) {
  return std::equal(kMappedPrefix.begin(), kMappedPrefix.end(), address.bytes.begin());
}

}  // namespace

std::optional<IpAddress> parseIpAddress(std::string_view text) {
  const std::string terminated(text);
  if (terminated.find('\0') != std::string::npos) {
    return std::nullopt;
  }
  IpAddress address;
  if (inet_pton(AF_INET6, terminated.c_str(), address.bytes.data()) == 1) {
    return address;
  }
  std::copy(kMappedPrefix.begin(), kMappedPrefix.end(), address.bytes.begin());
  if (inet_pton(AF_INET, terminated.c_str(), address.bytes.data() + kMappedPrefix.size()) == 1) {
    return address;
  }
  return std::nullopt;
}

std::string toString(const IpAddress& address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (isOfIpv4(address)) {
    inet_ntop(AF_INET, address.bytes.data() + kMappedPrefix.size(), text.data(), text.size());
  } else {
    inet_ntop(AF_INET6, address.bytes.data(), text.data(), text.size());
  }
  return text.data();
}

IpAddress subscriberOf(const IpAddress& address) {
  IpAddress counted = address;
  if (!isOfIpv4(address)) {
    constexpr std::ptrdiff_t kPrefixBytes = 8;
    std::fill(counted.bytes.begin() + kPrefixBytes, counted.bytes.end(), std::uint8_t{0});
  }
  return counted;
}

}  // namespace madoguchi::backend
