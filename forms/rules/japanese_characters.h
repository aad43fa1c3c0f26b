#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

// Private to forms.

namespace madoguchi::forms {

/// True for a full-width character of the Japanese standards (resources/forms/README.md): what an
/// address may hold. 外字, emoji and other scripts are none.
bool isJapaneseCharacter(std::int32_t codePoint);

/// True for what is in the standards but half-width: a repair was forgotten, it is no 外字.
bool isHalfWidthCharacter(std::int32_t codePoint);

/// The first one that is neither.
std::optional<char32_t> externalCharacter(std::string_view text);

}  // namespace madoguchi::forms
