#pragma once

#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "app/core/policy_fault.h"

namespace madoguchi::app {

/// Judges a value by a schema of the program's own, of which it understands: type, properties,
/// required, items, anyOf, $ref into $defs, enum, pattern (which a whole text has to match),
/// minLength and minItems of 1, uniqueItems, minimum with maximum. No object has other names than
/// its properties.
std::vector<PolicyFault> faultsBySchema(const nlohmann::json& schema, const nlohmann::json& value);

}  // namespace madoguchi::app
