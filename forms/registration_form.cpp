#include "forms/registration_form.h"

namespace madoguchi::forms {

std::string_view toString(Entrance entrance) {
  switch (entrance) {
    case Entrance::cardHolder:
      return "cardHolder";
    case Entrance::attorneyOrScrivener:
      return "attorneyOrScrivener";
    case Entrance::coeByEmail:
      return "coeByEmail";
  }
  return {};
}

bool fromString(std::string_view text, Entrance& entrance) {
  for (const Entrance candidate :
       {Entrance::cardHolder, Entrance::attorneyOrScrivener, Entrance::coeByEmail}) {
    if (text == toString(candidate)) {
      entrance = candidate;
      return true;
    }
  }
  return false;
}

const FormDefinition& FormDefinition::registration() {
  static const FormDefinition definition;
  return definition;
}
const FieldDefinition* FormDefinition::field(std::string_view) const { return nullptr; }
std::vector<const FieldDefinition*> FormDefinition::visibleFields(Entrance,
                                                                  std::string_view) const {
  return {};
}
std::vector<std::string> FormDefinition::classes(Entrance) const { return {}; }
std::string FormDefinition::repair(std::string_view, std::string_view value) const {
  return std::string(value);
}
FormValues FormDefinition::repaired(const FormValues& values) const { return values; }
std::vector<FieldError> FormDefinition::validate(const FormValues&, const FormContext&) const {
  return {};
}
std::string FormDefinition::summaryCode(const std::vector<FieldError>&) { return {}; }

std::string canonicalJson(const FormValues&, Entrance) { return "{}"; }

}  // namespace madoguchi::forms
