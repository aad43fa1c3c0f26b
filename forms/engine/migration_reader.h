#pragma once

#include <vector>

#include "forms/engine/definition.h"
#include "forms/engine/json_place.h"

namespace madoguchi::forms {

/// The migrations of a definition of which all else has been read: at most one from each version
/// before its own, in order. Private to the engine.
std::vector<Migration> readMigrations(const JsonPlace& file, const Definition& form);

}  // namespace madoguchi::forms
