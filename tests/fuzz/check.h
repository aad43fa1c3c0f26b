#pragma once

namespace madoguchi::fuzz {

/// What does not hold ends the run, with the input kept.
inline void check(bool holds) {
  if (!holds) {
    __builtin_trap();
  }
}

}  // namespace madoguchi::fuzz
