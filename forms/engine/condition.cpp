#include "forms/engine/condition.h"

#include <algorithm>

#include "forms/engine/code_list.h"
#include "forms/rules/partial_date.h"

namespace madoguchi::forms {
namespace {

std::optional<PartialDate> realDate(std::string_view text) {
  const auto date = parsePartialDate(text);
  return date && isReal(*date) ? date : std::nullopt;
}

bool compare(int years, Condition::Comparison comparison, int limit) {
  switch (comparison) {
    case Condition::Comparison::less:
      return years < limit;
    case Condition::Comparison::atMost:
      return years <= limit;
    case Condition::Comparison::more:
      return years > limit;
    case Condition::Comparison::atLeast:
      return years >= limit;
  }
  return false;
}

/// A birth in a year or month tells the age only where its first and its last day agree.
bool hasAge(std::string_view birth, std::string_view today, const Condition& condition) {
  const auto date = realDate(birth);
  const auto now = parseDate(today);
  if (!date || !now) {
    return false;
  }
  return compare(wholeYears(firstDay(*date), *now), condition.comparison, condition.years) &&
         compare(wholeYears(lastDay(*date), *now), condition.comparison, condition.years);
}

}  // namespace

bool isCertainlyAfter(std::string_view first, std::string_view second, bool orSame) {
  const auto later = realDate(first);
  const auto earlier = realDate(second);
  if (!later || !earlier) {
    return false;
  }
  return orSame ? firstDay(*later) >= lastDay(*earlier) : firstDay(*later) > lastDay(*earlier);
}

bool holds(const Condition& condition, const ValueOf& valueOf, std::string_view today) {
  const auto part = [&](const Condition& one) { return holds(one, valueOf, today); };
  switch (condition.operation) {
    case Condition::Operator::in:
      return std::ranges::find(condition.values, valueOf(condition.operands[0])) !=
             condition.values.end();
    case Condition::Operator::contains:
      return hasCode(valueOf(condition.operands[0]), condition.values[0]);
    case Condition::Operator::answered:
      return !valueOf(condition.operands[0]).empty();
    case Condition::Operator::age:
      return hasAge(valueOf(condition.operands[0]), today, condition);
    case Condition::Operator::before:
      return isCertainlyAfter(valueOf(condition.operands[1]), valueOf(condition.operands[0]),
                              false);
    case Condition::Operator::all:
      return std::ranges::all_of(condition.parts, part);
    case Condition::Operator::any:
      return std::ranges::any_of(condition.parts, part);
    case Condition::Operator::negation:
      return !part(condition.parts[0]);
  }
  return false;
}

}  // namespace madoguchi::forms
