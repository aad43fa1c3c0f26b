#include "backend/http/target.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace madoguchi::backend {
namespace {

std::optional<std::string> unescape(std::string_view text, bool isForm) {
  constexpr std::size_t kDigits = 2;
  constexpr int kHexadecimal = 16;
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '%') {
      const std::string_view digits = text.substr(i + 1, kDigits);
      const char* const end = digits.data() + digits.size();
      unsigned value = 0;
      if (digits.size() != kDigits ||
          std::from_chars(digits.data(), end, value, kHexadecimal).ptr != end) {
        return std::nullopt;
      }
      c = static_cast<char>(value);
      i += kDigits;
    } else if (c == '+' && isForm) {
      c = ' ';
    }
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      return std::nullopt;
    }
    plain += c;
  }
  return plain;
}

/// The parts of a text between separators: one more than there are separators.
template <typename Part>
bool split(std::string_view text, char separator, const Part& part) {
  while (true) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (!part(text.substr(0, end))) {
      return false;
    }
    if (end == text.size()) {
      return true;
    }
    text.remove_prefix(end + 1);
  }
}

}  // namespace

std::optional<Target> readTarget(std::string_view target) {
  if (const std::size_t scheme = target.find("://");
      !target.starts_with('/') && scheme != std::string_view::npos) {
    target.remove_prefix(scheme + 3);
    target.remove_prefix(std::min(target.find_first_of("/?"), target.size()));
  }
  const std::size_t mark = std::min(target.find('?'), target.size());
  std::string_view path = target.substr(0, mark);
  path.remove_prefix(std::min<std::size_t>(path.size(), 1));
  Target read;
  read.sent.append("/").append(path).append(target.substr(mark));
  const bool good = split(path, '/', [&](std::string_view part) {
    const auto plain = unescape(part, /*isForm=*/false);
    read.path.push_back(plain.value_or(""));
    return plain.has_value();
  });
  if (!good) {
    return std::nullopt;
  }
  if (mark != target.size()) {
    auto query = readForm(target.substr(mark + 1));
    if (!query) {
      return std::nullopt;
    }
    read.query = std::move(*query);
  }
  return read;
}

std::optional<Names> readForm(std::string_view body) {
  Names form;
  const bool clear = split(body, '&', [&](std::string_view part) {
    const std::size_t equals = std::min(part.find('='), part.size());
    const auto name = unescape(part.substr(0, equals), /*isForm=*/true);
    const auto value = unescape(part.substr(std::min(equals + 1, part.size())), /*isForm=*/true);
    return part.empty() || (name && value && form.emplace(*name, *value).second);
  });
  return clear ? std::optional(form) : std::nullopt;
}

}  // namespace madoguchi::backend
