#pragma once

#include <string>

#include "forms/engine/definition.h"
#include "forms/engine/facts.h"

// The largest answers that a form takes: every question answered so that more are asked, every
// group with all its rows, every text as long as it may be.

namespace madoguchi::test {

/// The longest value that a field takes by itself, told apart from those of other fields and rows.
std::string longestValue(const forms::Field& field, std::size_t row = 0);

/// On top of what `answers` says already.
forms::Answers largestAnswers(const forms::Definition& form, const forms::Facts& facts,
                              forms::Answers answers = {});

/// The largest application for a status of residence, by default Long-Term Resident: a change to
/// it, handed in by an attorney for somebody's legal representative, with all that can be filed
/// together with it.
forms::Answers largestApplication(const std::string& desiredStatus = "T63");
/// What it is filed with, on 2026-11-26.
forms::Facts largestApplicationFacts();

}  // namespace madoguchi::test
