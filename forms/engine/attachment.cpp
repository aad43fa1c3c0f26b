#include "forms/engine/attachment.h"

#include <algorithm>
#include <charconv>

namespace madoguchi::forms {
namespace {

bool isDigest(std::string_view text) {
  constexpr std::size_t kDigits = 64;
  return text.size() == kDigits && std::ranges::all_of(text, [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

/// RFC 6838 section 4.2, in lower case and without parameters.
bool isMediaType(std::string_view text) {
  const auto isName = [](std::string_view name) {
    constexpr std::size_t kLongest = 127;
    return !name.empty() && name.size() <= kLongest && std::ranges::all_of(name, [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
             std::string_view("!#$&-^_.+").find(c) != std::string_view::npos;
    });
  };
  const auto slash = text.find('/');
  return slash != std::string_view::npos && isName(text.substr(0, slash)) &&
         isName(text.substr(slash + 1));
}

}  // namespace

std::string toText(const Attachment& attachment) {
  return attachment.digest + ' ' + attachment.mediaType + ' ' + std::to_string(attachment.bytes);
}

std::optional<Attachment> attachmentFrom(std::string_view text) {
  const auto first = text.find(' ');
  const auto second = first == std::string_view::npos ? first : text.find(' ', first + 1);
  if (second == std::string_view::npos) {
    return std::nullopt;
  }
  Attachment attachment{.digest = std::string(text.substr(0, first)),
                        .mediaType = std::string(text.substr(first + 1, second - first - 1))};
  const std::string_view bytes = text.substr(second + 1);
  std::from_chars(bytes.data(), bytes.data() + bytes.size(), attachment.bytes);
  const bool good = isDigest(attachment.digest) && isMediaType(attachment.mediaType) &&
                    toText(attachment) == text;
  return good ? std::optional(std::move(attachment)) : std::nullopt;
}

}  // namespace madoguchi::forms
