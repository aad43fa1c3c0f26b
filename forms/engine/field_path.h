#pragma once

#include <string>
#include <tuple>

namespace madoguchi::forms {

/// Where an answer stands. Rows of groups are named by the id that they got when they were added,
/// so a path stays true when other rows come, go or change places. What people, the API and JSON
/// see is the number of the row instead: writtenPath(), pathFrom() in answers.h.
struct FieldPath {
  std::string group = {};  ///< empty outside groups
  std::string row = {};    ///< id of the row; empty outside groups, and for the group itself
  std::string field = {};  ///< empty for the group itself
  bool operator==(const FieldPath&) const = default;
  bool operator<(const FieldPath& other) const {
    return std::tie(group, row, field) < std::tie(other.group, other.row, other.field);
  }
};

inline FieldPath topField(std::string field) { return {.field = std::move(field)}; }

}  // namespace madoguchi::forms
