#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

// Private to forms.

namespace madoguchi::forms {

/// Reads the code point at `offset` and moves on behind it; negative where there is no well-formed
/// one. `offset` must lie within the text.
std::int32_t nextCodePoint(std::string_view text, std::size_t& offset);

/// True for well-formed UTF-8 (no surrogates, no overlong forms, nothing above U+10FFFF).
bool isUtf8(std::string_view text);

}  // namespace madoguchi::forms
