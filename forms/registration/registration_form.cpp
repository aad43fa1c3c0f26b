#include "forms/registration/registration_form.h"

#include <algorithm>
#include <array>

#include "embedded/registration_form_definition.h"
#include "forms/engine/definition_reader.h"

namespace madoguchi::forms {
namespace {

constexpr std::array kEntrances = {Entrance::cardHolder, Entrance::attorneyOrScrivener,
                                   Entrance::coeByEmail};

}  // namespace

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
  const auto found =
      std::ranges::find(kEntrances, text, [](Entrance candidate) { return toString(candidate); });
  if (found == kEntrances.end()) {
    return false;
  }
  entrance = *found;
  return true;
}

std::string_view variantOfWords(Entrance entrance) {
  return entrance == Entrance::attorneyOrScrivener ? "office" : std::string_view();
}

const Definition& registrationForm() {
  static const Definition kForm =
      definitionFrom(embedded::registration_form_definition(), CodeLists());
  return kForm;
}

Facts registrationFacts(Entrance entrance, std::chrono::year_month_day today, bool termsOpened) {
  return {.values = {{"entrance", std::string(toString(entrance))},
                     {"termsOpened", termsOpened ? "yes" : "no"}},
          .today = today};
}

std::vector<std::string> userClasses(Entrance entrance) {
  const Definition& form = registrationForm();
  const Answers none;
  const Facts facts = registrationFacts(entrance, {});
  const Field* userClass = findField(form, "userClass");
  return Relevance(form, none, facts)
      .offered(static_cast<std::size_t>(userClass - form.fields.data()));
}

std::string summaryCode(const std::vector<Finding>& findings) {
  if (findings.empty()) {
    return {};
  }
  return onlyMissing(registrationForm(), findings) ? "WZBAM001E" : "WZBAM018E";
}

}  // namespace madoguchi::forms
