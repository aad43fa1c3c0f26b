#pragma once

#include <string>
#include <string_view>

#include "forms/engine/registration_form.h"

// The rules that a form definition names. Private to forms.

namespace madoguchi::forms {

enum class Verdict {
  good,
  wrong,     ///< not of the form that the field asks for
  external,  ///< holds 外字
  unreal,    ///< a date that is none, or not yet one
};

struct FieldRule {
  std::string_view name;
  /// Mends harmless differences in plain text (isPlainText) and may leave text that is still
  /// refused.
  std::string (*repair)(std::string_view value, const FieldDefinition& field);
  /// What is wrong with a value that is not empty; its length is looked at elsewhere.
  Verdict (*check)(std::string_view value, const FieldDefinition& field,
                   const FormContext& context);
};

/// Null where no rule has this name.
const FieldRule* findRule(std::string_view name);

}  // namespace madoguchi::forms
