#pragma once

#include <string>
#include <string_view>

#include "backend/core/encoding.h"

namespace madoguchi::backend {

/// Of drafts, files and applications: 16 random bytes, which nobody guesses.
inline std::string makeId() {
  constexpr std::size_t kIdBytes = 16;
  return randomHex(kIdBytes);
}

/// Whether a text out of an address can be one.
inline bool isId(std::string_view text) {
  constexpr std::size_t kIdDigits = 32;
  return text.size() == kIdDigits &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace madoguchi::backend
