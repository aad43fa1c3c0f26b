#include "forms/engine/condition_reader.h"

#include <algorithm>
#include <utility>

namespace madoguchi::forms {
namespace {

using Operator = Condition::Operator;
using Comparison = Condition::Comparison;

constexpr int kOldest = 150;

std::vector<JsonPlace> partsOf(const JsonPlace& place, std::size_t count) {
  auto parts = place.list();
  if (parts.size() != count) {
    place.refuse("has not " + std::to_string(count) + " parts");
  }
  return parts;
}

std::string readValue(const JsonPlace& place, const Definition& form, const Operand& operand) {
  std::string value = place.text();
  const auto& possible = possibleValues(form, operand);
  if (std::ranges::find(possible, value) == possible.end()) {
    place.refuse(value + " is none of the values that it can have");
  }
  return value;
}

bool takesSeveral(const Definition& form, const Operand& operand) {
  return operand.kind == Operand::Kind::field &&
         form.fields[operand.index].type == FieldType::codes;
}

Condition readMembership(const JsonPlace& place, const Scope& scope, std::string_view name) {
  const auto parts = partsOf(place, 2);
  Condition condition;
  condition.operation = name == "contains" ? Operator::contains : Operator::in;
  condition.operands = {readOperand(parts[0], scope)};
  const Operand& operand = condition.operands[0];
  if (possibleValues(scope.form, operand).empty() ||
      takesSeveral(scope.form, operand) != (name == "contains")) {
    parts[0].refuse(std::string(name) + " does not fit what it holds");
  }
  if (name != "in") {
    condition.values = {readValue(parts[1], scope.form, operand)};
    return condition;
  }
  for (const JsonPlace& value : parts[1].distinct()) {
    condition.values.push_back(readValue(value, scope.form, operand));
  }
  if (condition.values.empty()) {
    parts[1].refuse("is empty");
  }
  return condition;
}

Operand readDate(const JsonPlace& place, const Scope& scope) {
  Operand operand = readOperand(place, scope, true);
  if (!isDate(scope.form, operand)) {
    place.refuse("is no date");
  }
  return operand;
}

Condition readAge(const JsonPlace& place, const Scope& scope) {
  constexpr std::array<std::pair<std::string_view, Comparison>, 4> kSigns = {
      {{"<", Comparison::less},
       {"<=", Comparison::atMost},
       {">", Comparison::more},
       {">=", Comparison::atLeast}}};
  const auto parts = partsOf(place, 3);
  Condition condition;
  condition.operation = Operator::age;
  condition.operands = {readDate(parts[0], scope)};
  const std::string sign = parts[1].text();
  const auto* found = std::ranges::find(kSigns, sign, [](const auto& row) { return row.first; });
  if (found == kSigns.end()) {
    parts[1].refuse("is none of < <= > >=");
  }
  condition.comparison = found->second;
  condition.years = static_cast<int>(parts[2].integer(0, kOldest));
  return condition;
}

Condition readBefore(const JsonPlace& place, const Scope& scope) {
  Condition condition;
  condition.operation = Operator::before;
  for (const JsonPlace& part : partsOf(place, 2)) {
    condition.operands.push_back(readDate(part, scope));
  }
  return condition;
}

Condition readCombination(const JsonPlace& place, const Scope& scope, Operator operation) {
  Condition condition;
  condition.operation = operation;
  for (const JsonPlace& part : place.list()) {
    condition.parts.push_back(readCondition(part, scope));
  }
  if (condition.parts.empty()) {
    place.refuse("is empty");
  }
  return condition;
}

}  // namespace

Operand readOperand(const JsonPlace& place, const Scope& scope, bool dates) {
  const std::string text = place.text();
  if (text.starts_with('@')) {
    const auto& facts = scope.form.facts;
    const auto found = std::ranges::find(facts, text.substr(1), &Fact::name);
    if (found == facts.end()) {
      place.refuse("unknown fact " + text);
    }
    return {.kind = Operand::Kind::fact, .index = static_cast<std::size_t>(found - facts.begin())};
  }
  if (dates && text.front() >= '0' && text.front() <= '9') {
    return {.kind = Operand::Kind::date, .date = place.date()};
  }
  return {.kind = Operand::Kind::field, .index = readFieldName(place, scope)};
}

std::size_t readFieldName(const JsonPlace& place, const Scope& scope) {
  const std::string name = place.text();
  const Field* field = nullptr;
  if (scope.group) {
    field = findField(scope.form, scope.form.groups[*scope.group].id, name);
  }
  if (field == nullptr) {
    field = findField(scope.form, name);
  }
  if (field == nullptr) {
    place.refuse("unknown field " + name);
  }
  return static_cast<std::size_t>(field - scope.form.fields.data());
}

Condition readCondition(const JsonPlace& place, const Scope& scope) {
  const auto members = place.members();
  if (members.size() != 1) {
    place.refuse("a condition has one operator");
  }
  const auto& [name, operand] = members.front();
  if (name == "is" || name == "in" || name == "contains") {
    return readMembership(operand, scope, name);
  }
  if (name == "age") {
    return readAge(operand, scope);
  }
  if (name == "before") {
    return readBefore(operand, scope);
  }
  if (name == "all" || name == "any") {
    return readCombination(operand, scope, name == "all" ? Operator::all : Operator::any);
  }
  Condition condition;
  if (name == "answered") {
    condition.operation = Operator::answered;
    condition.operands = {readOperand(operand, scope)};
  } else if (name == "not") {
    condition.operation = Operator::negation;
    condition.parts = {readCondition(operand, scope)};
  } else {
    place.refuse("unknown operator " + name);
  }
  return condition;
}

std::optional<Condition> readWhen(const JsonPlace& place, const Scope& scope) {
  const auto when = place.find("when");
  return when ? std::optional(readCondition(*when, scope)) : std::nullopt;
}

void collectFields(const Condition& condition, std::vector<std::size_t>& fields) {
  for (const Operand& operand : condition.operands) {
    if (operand.kind == Operand::Kind::field) {
      fields.push_back(operand.index);
    }
  }
  for (const Condition& part : condition.parts) {
    collectFields(part, fields);
  }
}

const std::vector<std::string>& possibleValues(const Definition& form, const Operand& operand) {
  static const std::vector<std::string> kNone;
  switch (operand.kind) {
    case Operand::Kind::fact:
      return form.facts[operand.index].values;
    case Operand::Kind::field: {
      const Field& field = form.fields[operand.index];
      return field.list ? field.list->codes : field.settings.choices;
    }
    case Operand::Kind::date:
      break;
  }
  return kNone;
}

bool isDate(const Definition& form, const Operand& operand) {
  if (operand.kind == Operand::Kind::fact) {
    return form.facts[operand.index].values.empty();
  }
  if (operand.kind == Operand::Kind::field) {
    const FieldType type = form.fields[operand.index].type;
    return type == FieldType::date || type == FieldType::partialDate ||
           type == FieldType::partialMonth;
  }
  return true;
}

}  // namespace madoguchi::forms
