#include "forms/engine/answers.h"

#include <algorithm>

#include "protocol/ascii.h"

namespace madoguchi::forms {
namespace {

/// Null where the row is not there. `Any` is Answers, constant or not.
template <typename Any>
auto* valuesAt(Any& answers, const FieldPath& path) {
  using Found = decltype(&answers.values);
  if (path.group.empty()) {
    return Found(&answers.values);
  }
  const auto group = answers.groups.find(path.group);
  if (group == answers.groups.end()) {
    return Found(nullptr);
  }
  const auto row = std::ranges::find(group->second, path.row, &Row::id);
  return row == group->second.end() ? Found(nullptr) : Found(&row->values);
}

}  // namespace

bool isRowId(std::string_view text) {
  constexpr std::size_t kLongest = 36;
  return !text.empty() && text.size() <= kLongest && std::ranges::all_of(text, [](char c) {
    return protocol::isLetterOrDigit(c) || c == '-' || c == '_';
  });
}

const std::string& valueAt(const Answers& answers, const FieldPath& path) {
  static const std::string kEmpty;
  const auto* values = valuesAt(answers, path);
  if (values == nullptr) {
    return kEmpty;
  }
  const auto found = values->find(path.field);
  return found == values->end() ? kEmpty : found->second;
}

bool setValue(Answers& answers, const FieldPath& path, std::string value) {
  auto* values = valuesAt(answers, path);
  if (values == nullptr) {
    return false;
  }
  if (value.empty()) {
    values->erase(path.field);
  } else {
    (*values)[path.field] = std::move(value);
  }
  return true;
}

const std::vector<Row>& rowsOf(const Answers& answers, std::string_view group) {
  static const std::vector<Row> kNone;
  const auto found = answers.groups.find(group);
  return found == answers.groups.end() ? kNone : found->second;
}

std::optional<std::size_t> indexOfRow(const Answers& answers, std::string_view group,
                                      std::string_view row) {
  const auto& rows = rowsOf(answers, group);
  const auto found = std::ranges::find(rows, row, &Row::id);
  return found == rows.end() ? std::nullopt
                             : std::optional(static_cast<std::size_t>(found - rows.begin()));
}

std::string writtenPath(const Answers& answers, const FieldPath& path) {
  if (path.row.empty()) {
    return path.group.empty() ? path.field : path.group;
  }
  const auto index = indexOfRow(answers, path.group, path.row);
  return index ? path.group + '[' + std::to_string(*index) + "]." + path.field : std::string();
}

}  // namespace madoguchi::forms
