#pragma once

#include <chrono>
#include <concepts>
#include <optional>
#include <string>
#include <vector>

namespace madoguchi::forms {

/// When a fact holds, both days included, by the day in Japan; and where it was read.
struct Dated {
  std::optional<std::chrono::year_month_day> from = std::nullopt;   ///< none: always before
  std::optional<std::chrono::year_month_day> until = std::nullopt;  ///< none: until a later row
  std::string source = {};                                          ///< of ProcedureFacts::sources
};

template <typename Row>
concept DatedRow = requires(const Row& row) {
  { row.dated } -> std::convertible_to<const Dated&>;
};

inline bool holdsOn(const Dated& dated, std::chrono::year_month_day day) {
  return (!dated.from || *dated.from <= day) && (!dated.until || day <= *dated.until);
}

/// The row that `fits` and holds on a day; null where none does. Of several the one that began
/// last, and of those the one that was read last: so a newer rule needs no end to be written to the
/// older one, and an operator's row goes before the program's.
template <DatedRow Row, std::predicate<const Row&> Fits>
const Row* rowOn(const std::vector<Row>& rows, std::chrono::year_month_day day, Fits fits) {
  const Row* found = nullptr;
  for (const Row& row : rows) {
    if (holdsOn(row.dated, day) && fits(row) &&
        (found == nullptr || found->dated.from <= row.dated.from)) {
      found = &row;
    }
  }
  return found;
}

}  // namespace madoguchi::forms
