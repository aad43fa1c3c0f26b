#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "forms/engine/field_path.h"

namespace madoguchi::forms {

/// Values by field id, UTF-8. A field that is not there counts as empty. What a value looks like
/// depends on the type of the field (definition.h).
using Values = std::map<std::string, std::string, std::less<>>;

struct Row {
  std::string id;  ///< given once, random where it is made by a program; isRowId()
  Values values = {};
  bool operator==(const Row&) const = default;
};

/// What a person has answered, asked or not: a plain value. Which of it counts is decided by the
/// definition (relevance.h).
struct Answers {
  Values values = {};                                                ///< outside groups
  std::map<std::string, std::vector<Row>, std::less<>> groups = {};  ///< rows in the person's order
  bool operator==(const Answers&) const = default;
};

/// 1 to 36 letters, digits, "-" and "_".
bool isRowId(std::string_view text);

/// Empty where there is none.
const std::string& valueAt(const Answers& answers, const FieldPath& path);
/// False, and nothing done, where the row is not there. An empty value takes the field out.
bool setValue(Answers& answers, const FieldPath& path, std::string value);

/// The rows of a group, none where it has none.
const std::vector<Row>& rowsOf(const Answers& answers, std::string_view group);
/// From 0; std::nullopt where the group has no such row.
std::optional<std::size_t> indexOfRow(const Answers& answers, std::string_view group,
                                      std::string_view row);

/// "email", "family[2].name" (the third row), or "family" for the group itself. Empty where the row
/// is gone.
std::string writtenPath(const Answers& answers, const FieldPath& path);
}  // namespace madoguchi::forms
