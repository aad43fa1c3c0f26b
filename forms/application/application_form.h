#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "forms/engine/definition.h"
#include "forms/engine/facts.h"
#include "forms/engine/form_words.h"

// The application form (resources/forms/applications/application.json): one form for extension,
// change and acquisition, since they share most of their items; what each asks follows from the
// fact "procedure" and from the status of residence.

namespace madoguchi::forms {

/// Read once from the embedded files, as its words are.
const Definition& applicationForm();
/// The variant of a word is the procedure.
const FormWords& applicationWords();
/// Under which id they say something of a field: "field.family.name.label" of "field" and "label",
/// "value.sex.male" of "value" and "male".
std::string applicationWordsId(std::string_view what, const Field& field, std::string_view of);

/// What is asked before a draft begins (resources/forms/applications/start.json): for whom which
/// procedure, and what decides whether and when it can be filed. Its fields have the names of those
/// of the application that ask the same.
const Definition& applicationStartForm();
const FormWords& applicationStartWords();

/// `procedure` as in procedure_facts.h, `userClass` as the account has it; `today` is the day of
/// filing in Japan. Whether "reentry" and "otherActivity" are "together" with it, which the form
/// asks then, is what filedTogether() says that day.
Facts applicationFacts(std::string_view procedure, std::string_view userClass,
                       std::chrono::year_month_day today);

}  // namespace madoguchi::forms
