#include "forms/engine/check_reader.h"

#include <algorithm>
#include <utility>

namespace madoguchi::forms {
namespace {

using Kind = Check::Kind;

template <typename Value, std::size_t Count>
Value valueOfName(const JsonPlace& place,
                  const std::array<std::pair<std::string_view, Value>, Count>& names) {
  const std::string name = place.text();
  const auto* found = std::ranges::find(names, name, [](const auto& row) { return row.first; });
  if (found == names.end()) {
    place.refuse("unknown " + name);
  }
  return found->second;
}

constexpr std::array<std::pair<std::string_view, Kind>, 7> kKinds = {
    {{"oneOf", Kind::oneOf},
     {"allOrNone", Kind::allOrNone},
     {"before", Kind::before},
     {"notAfter", Kind::notAfter},
     {"same", Kind::same},
     {"different", Kind::different},
     {"unique", Kind::unique}}};
constexpr std::array<std::pair<std::string_view, Severity>, 3> kSeverities = {
    {{"error", Severity::error}, {"warning", Severity::warning}, {"notice", Severity::notice}}};

bool looksAtDates(Kind kind) { return kind == Kind::before || kind == Kind::notAfter; }

/// Whether the check is said of a field in its own place: of the row, or outside groups.
bool isOwn(const Scope& scope, const Operand& operand) {
  return operand.kind == Operand::Kind::field &&
         scope.form.fields[operand.index].group == scope.group;
}

void refuseUnfitting(const JsonPlace& fields, const Scope& scope, const Check& check) {
  const auto& operands = check.operands;
  const auto own = [&](const Operand& operand) { return isOwn(scope, operand); };
  if (looksAtDates(check.kind)) {
    if (operands.size() != 2 || std::ranges::none_of(operands, own) ||
        !std::ranges::all_of(operands,
                             [&](const Operand& one) { return isDate(scope.form, one); })) {
      fields.refuse("takes two dates, one of them a field beside it");
    }
    return;
  }
  const std::size_t least = check.kind == Kind::unique ? 1 : 2;
  if (operands.size() < least || !std::ranges::all_of(operands, own)) {
    fields.refuse("takes " + std::to_string(least) + " fields beside it, or more");
  }
  const bool compares = check.kind == Kind::same || check.kind == Kind::different;
  const auto typeOf = [&](const Operand& one) { return scope.form.fields[one.index].type; };
  if (compares && std::ranges::any_of(operands, [&](const Operand& one) {
        return typeOf(one) != typeOf(operands[0]);
      })) {
    fields.refuse("compares fields of one type");
  }
}

}  // namespace

Check readCheck(const JsonPlace& place, const Scope& scope) {
  place.allow({"check", "fields", "when", "at", "code", "severity"});
  Check check;
  check.kind = valueOfName(place.at("check"), kKinds);
  if (check.kind == Kind::unique && !scope.group) {
    place.at("check").refuse("unique stands in a group");
  }
  const JsonPlace fields = place.at("fields");
  for (const JsonPlace& operand : fields.distinct()) {
    check.operands.push_back(readOperand(operand, scope, looksAtDates(check.kind)));
  }
  refuseUnfitting(fields, scope, check);
  if (const auto at = place.find("at")) {
    check.at = readFieldName(*at, scope);
    if (!isOwn(scope, {.kind = Operand::Kind::field, .index = *check.at})) {
      at->refuse("is no field beside it");
    }
  }
  check.when = readWhen(place, scope);
  check.code = place.at("code").name();
  if (const auto severity = place.find("severity")) {
    check.severity = valueOfName(*severity, kSeverities);
  }
  return check;
}

}  // namespace madoguchi::forms
