#pragma once

#include "forms/engine/definition.h"
#include "forms/engine/facts.h"

// tests/data/forms/demonstration.json and its lists: a form that uses every construct.

namespace madoguchi::test {

/// The text of a file under tests/data.
std::string testData(const std::string& name);

const forms::CodeLists& demonstrationLists();
const forms::Definition& demonstrationForm();

/// 2026-11-20, the procedure "extension".
forms::Facts demonstrationFacts();

/// A student with a child, good in every field.
forms::Answers demonstrationAnswers();

}  // namespace madoguchi::test
