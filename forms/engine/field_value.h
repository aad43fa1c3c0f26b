#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "forms/engine/definition.h"
#include "forms/rules/cause.h"

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

/// Why a value is refused, for telling the person; a message code says less.
struct Explanation {
  Cause cause = Cause::good;
  int characters = 0;      ///< how many the value has
  char32_t character = 0;  ///< one that cannot be seen or is external, where there is one
  bool operator==(const Explanation&) const = default;
};

/// What is wrong with a value by itself, whatever the other answers are. What is empty after the
/// repair is missing; a value that is not repaired is refused, so that none has two spellings. Of a
/// field that repeats another one its own form is judged.
Explanation explain(const Field& field, std::string_view value, std::chrono::year_month_day today);

/// What the message codes tell apart of a cause; std::nullopt for a good one.
std::optional<Fault> faultOf(Cause cause);

}  // namespace madoguchi::forms
