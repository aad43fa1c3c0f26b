#pragma once

#include <algorithm>
#include <concepts>
#include <string>

// Private to forms.

namespace madoguchi::forms {

/// `number`, which is not negative, with zeros in front until it has `width` digits.
std::string padded(std::integral auto number, std::size_t width) {
  const std::string digits = std::to_string(number);
  return std::string(width - std::min(width, digits.size()), '0') + digits;
}

}  // namespace madoguchi::forms
