#pragma once

#include <string_view>

namespace madoguchi::protocol {

/// Of the terms of use that the program shows, and that the backend accepts where its operator
/// names no other.
inline constexpr std::string_view kTermsVersion = "2026-11-01";

}  // namespace madoguchi::protocol
