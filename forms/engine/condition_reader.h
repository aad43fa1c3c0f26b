#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "forms/engine/definition.h"
#include "forms/engine/json_place.h"

// Names and conditions of a definition whose fields and facts have all been read. Private to the
// engine.

namespace madoguchi::forms {

/// Where a name is written: inside a group it means a field of the row first, then one outside.
struct Scope {
  const Definition& form;
  std::optional<std::size_t> group = std::nullopt;
};

/// "email", "@entrance", and, where `dates` may be written out, "2026-04-01".
Operand readOperand(const JsonPlace& place, const Scope& scope, bool dates = false);
/// A field only.
std::size_t readFieldName(const JsonPlace& place, const Scope& scope);
Condition readCondition(const JsonPlace& place, const Scope& scope);
std::optional<Condition> readWhen(const JsonPlace& place, const Scope& scope);

/// The fields that a condition looks at, more than once where it does.
void collectFields(const Condition& condition, std::vector<std::size_t>& fields);
/// The values that an operand can have; none where they are not listed.
const std::vector<std::string>& possibleValues(const Definition& form, const Operand& operand);
bool isDate(const Definition& form, const Operand& operand);

}  // namespace madoguchi::forms
