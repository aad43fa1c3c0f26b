#pragma once

#include <string>
#include <vector>

#include "forms/engine/registration_form.h"

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
forms::FormValues goodForm(forms::Entrance entrance);

/// The entrance in whose form a case is tried.
forms::Entrance entranceOf(const FormCase& formCase);

/// The form that a case describes: good but for the one field, as typed.
forms::FormValues formWith(const FormCase& formCase);

/// 2026-11-20, the day of the cases.
forms::FormContext contextOf(forms::Entrance entrance);

}  // namespace madoguchi::test
