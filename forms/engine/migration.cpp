#include "forms/engine/migration.h"

#include <functional>

namespace madoguchi::forms {
namespace {

/// "family.name" apart; the second is empty for "email" and for a group.
std::pair<std::string_view, std::string_view> parts(std::string_view name) {
  const auto dot = name.find('.');
  return dot == std::string_view::npos ? std::pair(name, std::string_view())
                                       : std::pair(name.substr(0, dot), name.substr(dot + 1));
}

/// The same change to the values that hold a field: those outside groups, or those of every row.
void changeValues(Answers& answers, std::string_view name,
                  const std::function<void(Values& values, const std::string& field)>& change) {
  const auto [first, second] = parts(name);
  if (second.empty()) {
    change(answers.values, std::string(first));
    return;
  }
  const auto group = answers.groups.find(first);
  if (group == answers.groups.end()) {
    return;
  }
  for (Row& row : group->second) {
    change(row.values, std::string(second));
  }
}

template <typename Map>
void renameKey(Map& map, const std::string& from, const std::string& to) {
  auto node = map.extract(from);
  if (!node.empty()) {
    node.key() = to;
    map.insert(std::move(node));
  }
}

void rename(Answers& answers, const std::string& from, std::string_view to) {
  const auto [first, second] = parts(to);
  const std::string field(second.empty() ? first : second);
  changeValues(answers, from,
               [&](Values& values, const std::string& old) { renameKey(values, old, field); });
  if (second.empty()) {
    renameKey(answers.groups, from, field);
  }
}

void split(Answers& answers, const std::string& name, const Migration::Split& how) {
  changeValues(answers, name, [&](Values& values, const std::string& field) {
    auto node = values.extract(field);
    if (node.empty()) {
      return;
    }
    const std::string whole = std::move(node.mapped());
    const auto at = whole.find(how.separator);
    values[how.first] = whole.substr(0, at);
    if (at != std::string::npos) {
      values[how.second] = whole.substr(at + how.separator.size());
    }
  });
}

}  // namespace

void migrate(Answers& answers, const Migration& migration) {
  for (const auto& [from, to] : migration.rename) {
    rename(answers, from, to);
  }
  for (const auto& [name, how] : migration.split) {
    split(answers, name, how);
  }
  for (const std::string& name : migration.drop) {
    changeValues(answers, name,
                 [](Values& values, const std::string& field) { values.erase(field); });
    answers.groups.erase(name);
  }
  for (const auto& [name, value] : migration.defaults) {
    changeValues(answers, name, [&value = value](Values& values, const std::string& field) {
      values.try_emplace(field, value);
    });
  }
}

}  // namespace madoguchi::forms
