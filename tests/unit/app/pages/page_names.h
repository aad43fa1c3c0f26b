#pragma once

#include "app/kit/rooms.h"

namespace madoguchi::test {

/// Place::page of each place that a person can come to.
inline QStringList pageNamesOf(const app::Rooms& rooms) {
  QStringList names;
  for (const auto& [name, room] : rooms) names << room.pageNames;
  names.removeDuplicates();
  return names;
}

}  // namespace madoguchi::test
