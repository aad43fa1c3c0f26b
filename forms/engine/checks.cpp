#include "forms/engine/checks.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace madoguchi::forms {
namespace {

/// The fields of a check that are asked in one row (or outside groups) and what they say.
struct Seen {
  std::size_t field;
  std::string_view value;
};

class Run {
 public:
  Run(const Check& check, const Relevance& relevance, std::size_t row)
      : m_check(check), m_relevance(relevance), m_row(row) {}

  /// Nothing where one of them is wrong by itself: what is said there comes first.
  std::optional<std::vector<Seen>> see(const IsSound& isSound) const {
    std::vector<Seen> seen;
    for (const Operand& operand : m_check.operands) {
      if (operand.kind != Operand::Kind::field || !isAsked(operand.index)) {
        continue;
      }
      const std::size_t row = rowOf(operand.index);
      const std::string_view value = m_relevance.value(operand.index, row);
      if (!value.empty() && !isSound(operand.index, row)) {
        return std::nullopt;
      }
      seen.push_back({operand.index, value});
    }
    return seen;
  }

  /// The field that the check is said of where it does not hold.
  [[nodiscard]] std::optional<std::size_t> fault(const std::vector<Seen>& seen) const {
    switch (m_check.kind) {
      case Check::Kind::oneOf:
        return std::ranges::any_of(seen, isAnswered) || seen.empty()
                   ? std::nullopt
                   : std::optional(seen.front().field);
      case Check::Kind::allOrNone:
        return std::ranges::any_of(seen, isAnswered) ? firstUnanswered(seen) : std::nullopt;
      case Check::Kind::before:
        return datesFault(true);
      case Check::Kind::notAfter:
        return datesFault(false);
      case Check::Kind::same:
        return firstOther(seen);
      case Check::Kind::different:
        return firstRepeated(seen);
      case Check::Kind::unique:
        break;  // looks at all rows at once
    }
    return std::nullopt;
  }

 private:
  static bool isAnswered(const Seen& seen) { return !seen.value.empty(); }

  [[nodiscard]] std::size_t rowOf(std::size_t field) const {
    return m_relevance.form().fields[field].group ? m_row : 0;
  }

  [[nodiscard]] bool isAsked(std::size_t field) const {
    return m_relevance.asksField(field, rowOf(field));
  }

  static std::optional<std::size_t> firstUnanswered(const std::vector<Seen>& seen) {
    const auto found = std::ranges::find_if_not(seen, isAnswered);
    return found == seen.end() ? std::nullopt : std::optional(found->field);
  }

  static std::optional<std::size_t> firstOther(const std::vector<Seen>& seen) {
    const auto first = std::ranges::find_if(seen, isAnswered);
    const auto other = std::find_if(first, seen.end(), [&](const Seen& one) {
      return isAnswered(one) && one.value != first->value;
    });
    return other == seen.end() ? std::nullopt : std::optional(other->field);
  }

  static std::optional<std::size_t> firstRepeated(const std::vector<Seen>& seen) {
    std::set<std::string_view> values;
    for (const Seen& one : seen) {
      if (isAnswered(one) && !values.insert(one.value).second) {
        return one.field;
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<std::size_t> datesFault(bool strictly) const {
    const std::string_view first = m_relevance.value(m_check.operands[0], m_row);
    const std::string_view second = m_relevance.value(m_check.operands[1], m_row);
    return isCertainlyAfter(first, second, strictly) ? lastOwnField() : std::nullopt;
  }

  /// Of the row, or outside groups.
  [[nodiscard]] std::optional<std::size_t> lastOwnField() const {
    std::optional<std::size_t> found;
    for (const Operand& operand : m_check.operands) {
      const bool own = operand.kind == Operand::Kind::field &&
                       m_relevance.form().fields[operand.index].group == m_check.group;
      found = own ? std::optional(operand.index) : found;
    }
    return found;
  }

  const Check& m_check;
  const Relevance& m_relevance;
  std::size_t m_row;
};

/// Rows that do not answer all of the fields are none of its business.
void runUnique(const Check& check, const Relevance& relevance, std::size_t rows,
               const IsSound& isSound, const std::function<void(std::size_t, std::size_t)>& say) {
  std::set<std::vector<std::string_view>> before;
  for (std::size_t row = 0; row < rows; ++row) {
    const bool applies = !check.when || relevance.holds(*check.when, row);
    const auto seen = applies ? Run(check, relevance, row).see(isSound) : std::nullopt;
    if (!seen || seen->size() != check.operands.size() ||
        std::ranges::any_of(*seen, [](const Seen& one) { return one.value.empty(); })) {
      continue;
    }
    std::vector<std::string_view> key;
    std::ranges::transform(*seen, std::back_inserter(key), &Seen::value);
    if (!before.insert(std::move(key)).second) {
      say(seen->front().field, row);
    }
  }
}

}  // namespace

void runCheck(const Check& check, const Relevance& relevance, const IsSound& isSound,
              const Report& report) {
  if (!relevance.asksSection(check.section) ||
      (check.group && !relevance.asksGroup(*check.group))) {
    return;
  }
  const auto say = [&](std::size_t field, std::size_t row) {
    const std::size_t at = check.at.value_or(field);
    if (relevance.asksField(at, row)) {
      report(at, row);
    }
  };
  const std::size_t rows = check.group ? relevance.rows(*check.group).size() : 1;
  if (check.kind == Check::Kind::unique) {
    runUnique(check, relevance, rows, isSound, say);
    return;
  }
  for (std::size_t row = 0; row < rows; ++row) {
    if (check.when && !relevance.holds(*check.when, row)) {
      continue;
    }
    const Run run(check, relevance, row);
    if (const auto seen = run.see(isSound)) {
      if (const auto field = run.fault(*seen)) {
        say(*field, row);
      }
    }
  }
}

}  // namespace madoguchi::forms
