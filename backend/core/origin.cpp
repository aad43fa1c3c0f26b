#include "backend/core/origin.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "protocol/ascii.h"

namespace madoguchi::backend {
namespace {

using protocol::allDigits;
using protocol::isLetterOrDigit;
using protocol::lowerCase;

/// The address in its usual spelling (RFC 5952); empty where it is none of that family.
std::string usualAddress(int family, const std::string& text) {
  std::array<unsigned char, sizeof(in6_addr)> bytes{};
  std::array<char, INET6_ADDRSTRLEN> usual{};
  if (text.find('\0') != std::string::npos || inet_pton(family, text.c_str(), bytes.data()) != 1 ||
      inet_ntop(family, bytes.data(), usual.data(), usual.size()) == nullptr) {
    return {};
  }
  return usual.data();
}

bool isLabel(std::string_view label) {
  constexpr std::size_t kLongest = 63;
  return !label.empty() && label.size() <= kLongest && label.front() != '-' &&
         label.back() != '-' && std::ranges::all_of(label, [](char c) {
           return isLetterOrDigit(c) || c == '-' || c == '_';
         });
}

bool isName(std::string_view host) {
  constexpr std::size_t kLongest = 253;
  std::string_view rest = host;
  std::string_view label;
  for (std::size_t end = 0; end != std::string_view::npos;) {
    end = rest.find('.');
    label = rest.substr(0, end);
    if (!isLabel(label)) {
      return false;
    }
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  // What ends in a number is taken for an address by some (URL Standard, "ends in a number").
  const bool endsInNumber = allDigits(label) || lowerCase(label.substr(0, 2)) == "0x";
  return host.size() <= kLongest && !endsInNumber;
}

/// Empty where it is no host.
std::string usualHost(std::string_view text) {
  if (text.starts_with('[') && text.ends_with(']')) {
    const std::string address =
        usualAddress(AF_INET6, std::string(text.substr(1, text.size() - 2)));
    return address.empty() ? address : '[' + address + ']';
  }
  return isName(text) ? lowerCase(text) : usualAddress(AF_INET, std::string(text));
}

}  // namespace

std::optional<HostAndPort> parseHostAndPort(std::string_view text) {
  constexpr int kHighestPort = 65'535;
  HostAndPort parsed;
  const std::size_t colon = text.find(':', text.starts_with('[') ? text.find(']') : 0);
  if (colon < text.size()) {
    const char* const end = text.data() + text.size();
    int port = 0;
    const auto read = std::from_chars(text.data() + colon + 1, end, port);
    if (read.ec != std::errc() || read.ptr != end || port < 0 || port > kHighestPort) {
      return std::nullopt;
    }
    parsed.port = port;
  }
  parsed.host = usualHost(text.substr(0, colon));
  return parsed.host.empty() ? std::nullopt : std::optional(parsed);
}

std::optional<HostAndPort> parseOrigin(std::string_view text) {
  constexpr std::string_view kScheme = "https://";
  if (lowerCase(text.substr(0, kScheme.size())) != kScheme) {
    return std::nullopt;
  }
  text.remove_prefix(kScheme.size());
  if (text.ends_with('/')) {
    text.remove_suffix(1);
  }
  return parseHostAndPort(text);
}

std::string originText(const HostAndPort& origin) {
  constexpr int kHttpsPort = 443;
  const int port = origin.port.value_or(kHttpsPort);
  return "https://" + origin.host + (port == kHttpsPort ? "" : ':' + std::to_string(port));
}

}  // namespace madoguchi::backend
