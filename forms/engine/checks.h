#pragma once

#include <functional>

#include "forms/engine/relevance.h"

namespace madoguchi::forms {

/// Of a field and row that are asked and have no fault of their own.
using IsSound = std::function<bool(std::size_t field, std::size_t row)>;
/// Told of a check that does not hold, with the field and row that it is said of.
using Report = std::function<void(std::size_t field, std::size_t row)>;

/// Private to the engine.
void runCheck(const Check& check, const Relevance& relevance, const IsSound& isSound,
              const Report& report);

}  // namespace madoguchi::forms
