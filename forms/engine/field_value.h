#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "forms/engine/definition.h"

// One answer by itself: how it is mended and what is wrong with it.

namespace madoguchi::forms {

/// A value that has more bytes is refused without looking into it: room for every character that a
/// lawful one has, each typed in its longest way (four bytes and a variation selector).
std::size_t maxBytes(const Field& field);

/// Harmless differences mended (width, case, hyphens, spaces); what cannot be mended stays as
/// typed. Repairing twice is repairing once.
std::string repaired(const Field& field, std::string_view typed);
/// repaired() of every field that the form has, asked or not; others are left out.
Answers repaired(const Definition& form, const Answers& answers);

/// Why a value is refused, whatever the other answers are; good for a good and for an empty one.
Explanation explain(const Field& field, std::string_view value, std::chrono::year_month_day today);

/// What is wrong with the form of a value, whatever the other answers are. A value that is not
/// repaired is wrong, so that none has two spellings. std::nullopt for a good one and for an empty
/// one; what is empty after the repair is missing.
std::optional<Fault> faultOf(const Field& field, std::string_view value,
                             std::chrono::year_month_day today);

}  // namespace madoguchi::forms
