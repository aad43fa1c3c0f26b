#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "forms/application/application_form.h"
#include "forms/engine/relevance.h"
#include "tests/unit/forms/application/application_answers.h"
#include "tests/unit/forms/engine/small_form.h"

// What the application form says of answers, and what it asks, by default for an extension of
// somebody who files for themself.

namespace madoguchi::forms {

inline const Facts& extensionFacts() {
  static const Facts kFacts = filedBy("foreignNational");
  return kFacts;
}

inline std::vector<std::string> saidOf(const Answers& answers,
                                       const Facts& facts = extensionFacts()) {
  return said(answers, judge(applicationForm(), answers, facts));
}

inline std::size_t indexOf(std::string_view field) {
  return static_cast<std::size_t>(findField(applicationForm(), field) -
                                  applicationForm().fields.data());
}

inline bool isAskedFor(const Answers& answers, std::string_view field,
                       const Facts& facts = extensionFacts()) {
  return Relevance(applicationForm(), answers, facts).asksField(indexOf(field));
}

inline std::string numberFor(const Answers& answers, std::string_view field,
                             const Facts& facts = extensionFacts()) {
  return std::string(Relevance(applicationForm(), answers, facts).numberOfField(indexOf(field)));
}

}  // namespace madoguchi::forms
