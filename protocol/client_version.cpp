#include "protocol/client_version.h"

#include <charconv>
#include <cstddef>

namespace madoguchi::protocol {

std::optional<Version> readVersion(std::string_view text) {
  constexpr std::ptrdiff_t kMostDigits = 4;
  Version version{};
  for (std::size_t i = 0; i < version.size(); ++i) {
    if (i > 0) {
      if (!text.starts_with('.')) return std::nullopt;
      text.remove_prefix(1);
    }
    if (text.starts_with('-')) return std::nullopt;
    const char* const begin = text.data();
    const auto [end, fault] = std::from_chars(begin, begin + text.size(), version.at(i));
    if (fault != std::errc() || end - begin > kMostDigits) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - begin));
  }
  return text.empty() ? std::optional(version) : std::nullopt;
}

std::string toText(const Version& version) {
  return std::to_string(version[0]) + '.' + std::to_string(version[1]) + '.' +
         std::to_string(version[2]);
}

std::optional<Version> clientVersion(std::string_view userAgent) {
  if (!userAgent.starts_with(kClientName)) return std::nullopt;
  return readVersion(userAgent.substr(kClientName.size()));
}

}  // namespace madoguchi::protocol
