#pragma once

#include "forms/engine/condition_reader.h"

namespace madoguchi::forms {

/// A check that stands in `scope`. Private to the engine.
Check readCheck(const JsonPlace& place, const Scope& scope);

}  // namespace madoguchi::forms
