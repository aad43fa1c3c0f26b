#pragma once

#include "forms/engine/definition.h"
#include "forms/engine/json_place.h"

// The message codes of a definition: every fault that can occur has one, no other does. Private to
// the engine.

namespace madoguchi::forms {

/// Of the definition, of a field or of a group; "code" of checks is apart.
Codes readCodes(const JsonPlace& place);

/// The field's own codes, completed by those of the definition where a fault can occur.
void completeCodes(const JsonPlace& place, const Codes& shared, Field& field);

}  // namespace madoguchi::forms
