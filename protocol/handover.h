#pragma once

#include <string_view>

namespace madoguchi::protocol {

/// What opens the link of a mail in the client, where it is installed
/// (packaging/client/madoguchi.desktop): behind it stands what the link holds.
inline constexpr std::string_view kOpenPasswordInClient = "madoguchi:password/";

}  // namespace madoguchi::protocol
