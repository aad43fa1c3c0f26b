#pragma once

#include <string>
#include <vector>

#include "forms/registration/registration_form.h"

// tests/data/forms/field_cases.tsv: what every field makes of what people type.

namespace madoguchi::test {

struct FormCase {
  int line = 0;  ///< in the file, for messages
  std::string field;
  std::string input;
  std::string repaired;  ///< expected
  std::string code;      ///< expected at the field; empty where the value is accepted
};

/// All cases. Throws std::runtime_error where the file is missing or a line cannot be read.
std::vector<FormCase> loadFormCases();

/// A form that is good in every field for the entrance and its first class.
forms::Values goodForm(forms::Entrance entrance);

/// The entrance in whose form a case is tried.
forms::Entrance entranceOf(const FormCase& formCase);

/// The form that a case describes: good but for the one field, as typed.
forms::Values formWith(const FormCase& formCase);

/// 2026-11-20, the day of the cases; the terms have been opened.
forms::Facts factsOf(forms::Entrance entrance);

// The registration form on these values.
const forms::Field& registrationField(std::string_view id);
std::string repairedValue(std::string_view field, std::string_view typed);
forms::Values repairedValues(const forms::Values& values);
/// What stops the form on the day of the cases.
std::vector<protocol::FieldError> errorsOf(const forms::Values& values, forms::Entrance entrance,
                                           const forms::Extent& extent = {});
/// What a client sends of it, in whatever spelling.
forms::Values submittedValues(const forms::Values& values, forms::Entrance entrance);
/// Ids of the fields that a person of this entrance and class is asked, in order.
std::vector<std::string> askedFields(forms::Entrance entrance, std::string_view userClass);
std::string codeOf(const forms::Field& field, forms::Fault fault);

}  // namespace madoguchi::test
