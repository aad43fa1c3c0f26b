#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

// Reading of JSON that came over the wire. Private to forms.

namespace madoguchi::forms {

struct JsonLimits {
  std::size_t bytes;
  int depth;  ///< of nested objects and arrays; 1 = a flat object
};

/// std::nullopt for text that is too long, too deep, not UTF-8, not one JSON value, or that repeats
/// a member name in an object: two readers would take two different values from it.
std::optional<nlohmann::json> readStrictJson(std::string_view text, JsonLimits limits);

/// Moves the string member `name` out of `object` into `value`; false where it is no string.
bool takeString(nlohmann::json& object, std::string_view name, std::string& value);

}  // namespace madoguchi::forms
