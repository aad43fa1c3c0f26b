#pragma once

#include <optional>
#include <string>
#include <vector>

#include "forms/engine/definition.h"

namespace madoguchi::forms {

/// Where whether something is asked depends on itself, through conditions of fields, groups,
/// sections and pages, the choices offered, or repetitions.
struct Circle {
  std::size_t field = 0;   ///< one of its fields
  std::string names = {};  ///< "a -> b -> a"
};

/// Private to the engine.
std::optional<Circle> findCircle(const Definition& form);

}  // namespace madoguchi::forms
