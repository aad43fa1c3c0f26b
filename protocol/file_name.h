#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace madoguchi::protocol {

/// Bytes of UTF-8, as most file systems of Linux have it; those of Windows and Mac have names of
/// 255 characters.
inline constexpr std::size_t kLongestFileName = 255;

/// Whether that can be the name of a file that is handed in: it is shown, and says nothing of where
/// a file lies.
inline bool isFileName(std::string_view name) {
  constexpr unsigned char kFirstShown = 0x20;
  constexpr unsigned char kDelete = 0x7F;
  return !name.empty() && name.size() <= kLongestFileName &&
         std::ranges::none_of(name, [](unsigned char c) {
           return c < kFirstShown || c == kDelete || c == '/' || c == '\\';
         });
}

}  // namespace madoguchi::protocol
