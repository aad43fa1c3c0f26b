#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

// How JSON from outside is read, on both sides: requests, answers, headers of signatures, files of
// operators; and how JSON is written that is signed.

namespace madoguchi::protocol {

struct JsonLimits {
  std::size_t bytes;
  int depth;  ///< of nested objects and arrays; 1 = a flat object
};

/// std::nullopt for text that is too long, too deep, not UTF-8, not one JSON value, that holds a
/// NUL byte, or that repeats a member name in an object: two readers would take two different
/// values from it.
std::optional<nlohmann::json> readStrictJson(std::string_view text, JsonLimits limits);

/// Moves the string member `name` out of `object` into `value`; false where it is no string.
bool takeString(nlohmann::json& object, std::string_view name, std::string& value);

/// The string member `name`; empty where there is none.
std::string stringMember(const nlohmann::json& object, std::string_view name);

/// One text for one value (RFC 8785 for what has no fractions): members sorted by name, no blanks.
/// What is not UTF-8 is replaced: the rules of the form refuse it before it is signed.
std::string canonicalText(const nlohmann::json& value);

}  // namespace madoguchi::protocol
