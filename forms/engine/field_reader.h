#pragma once

#include <string>

#include "forms/engine/definition.h"
#include "forms/engine/json_place.h"

// The fields of a definition. Private to the engine.

namespace madoguchi::forms {

/// All of a field but what names other fields or facts. `shared` are the codes of the definition,
/// which count where the field has none of its own.
Field readField(const JsonPlace& place, const CodeLists& lists, const Codes& shared);

/// Conditions and names, once all fields are there.
void readReferences(const JsonPlace& place, const Definition& form, Field& field);

/// {"extension": "16"} by the values of the fact that the definition numbers by.
std::map<std::string, std::string, std::less<>> readNumbers(const JsonPlace& place,
                                                            const Definition& form);

}  // namespace madoguchi::forms
