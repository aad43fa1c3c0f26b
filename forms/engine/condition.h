#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::forms {

/// Something with a value that a condition or check looks at.
struct Operand {
  enum class Kind : std::uint8_t {
    field,  ///< of Definition::fields; one of a group is that of the same row
    fact,   ///< of Definition::facts
    date,   ///< written in the definition
  };
  Kind kind = Kind::field;
  std::size_t index = 0;
  std::string date = {};  ///< YYYY-MM-DD
};

/// A tree with a closed set of operators: no expressions, no functions, no code. It was held
/// against the definition when it was read, so that every operand fits its operator.
struct Condition {
  enum class Operator : std::uint8_t {
    in,        ///< the value is one of `values` ("is" is the same with one)
    contains,  ///< `values[0]` is among the codes of a field that takes several
    answered,  ///< the value is not empty
    age,       ///< full years from a date until today, compared with `years`
    before,    ///< the first date is certainly earlier than the second
    all,
    any,
    negation,
  };
  enum class Comparison : std::uint8_t { less, atMost, more, atLeast };

  Operator operation = Operator::all;
  std::vector<Operand> operands = {};
  std::vector<std::string> values = {};
  Comparison comparison = Comparison::less;
  int years = 0;
  std::vector<Condition> parts = {};  ///< of all, any and negation
};

/// The value that an operand has at the moment; empty where it has none or is not asked.
using ValueOf = std::function<std::string_view(const Operand& operand)>;

/// A date that is not known, not whole enough to tell, or not real makes `age` and `before` false.
bool holds(const Condition& condition, const ValueOf& valueOf, std::string_view today);

/// Whether the first date is certainly later than, or (with `orSame`) no earlier than the second.
/// False where either is unknown or too open to tell.
bool isCertainlyAfter(std::string_view first, std::string_view second, bool orSame);

}  // namespace madoguchi::forms
