#pragma once

#include <string_view>

#include "forms/engine/definition.h"

namespace madoguchi::forms {

/// Reads a form: the shape is in resources/forms/form.schema.json. What the schema cannot say is
/// held to as well: every name is known, every operator fits what it looks at, nothing depends on
/// itself, every fault that can occur has a message code.
///
/// Throws std::runtime_error, "pages[0].sections[1].contents[2].when.is[0]: unknown field x", where
/// the definition does not hold together: a fault in it is a fault of the program.
Definition definitionFrom(std::string_view json, const CodeLists& lists);

}  // namespace madoguchi::forms
