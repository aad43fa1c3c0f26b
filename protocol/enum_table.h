#pragma once

#include <cstddef>
#include <functional>

namespace madoguchi::protocol {

/// Whether `rows` has one row for each value of an enumeration, in its order and up to `last`: a
/// static_assert on it lets no row be missing, doubled or out of place.
template <typename Rows, typename Key, typename Enum>
constexpr bool isEnumTable(const Rows& rows, Key key, Enum last) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (static_cast<std::size_t>(std::invoke(key, rows[i])) != i) {
      return false;
    }
  }
  return rows.size() == static_cast<std::size_t>(last) + 1;
}

}  // namespace madoguchi::protocol
