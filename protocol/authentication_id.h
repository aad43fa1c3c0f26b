#pragma once

#include <cstddef>
#include <string>
#include <string_view>

// The authentication ID (認証ID) as people type it: what the client shows and sends, and what the
// service looks up.

namespace madoguchi::protocol {

inline constexpr std::size_t kShortestAuthenticationId = 6;
inline constexpr std::size_t kLongestAuthenticationId = 20;

/// What differs and means nothing is mended: full-width letters and digits, capitals, and blanks of
/// any width, wherever they stand. UTF-8; everything else stays as it is.
std::string repairedAuthenticationId(std::string_view typed);

/// Whether a repaired text can be one at all: lower-case letters and digits, as many as above.
bool isAuthenticationId(std::string_view repaired);

}  // namespace madoguchi::protocol
