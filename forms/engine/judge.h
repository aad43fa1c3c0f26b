#pragma once

#include <string>
#include <vector>

#include "forms/engine/field_value.h"
#include "forms/engine/relevance.h"
#include "protocol/field_error.h"

namespace madoguchi::forms {

/// One thing to say about an answer. `code` is a message code of the definition, "WZBAM111E".
struct Finding {
  FieldPath path;  ///< of a field; of a group where its rows are too few or too many
  std::string code;
  Severity severity = Severity::error;
  Explanation explanation = {};  ///< of what is wrong with the answer by itself
  bool operator==(const Finding&) const = default;
};

/// All findings of what is asked, at most one a field (the gravest, of several the first), in the
/// order of the form; empty when all is well. In time linear in the size of the answers, but for
/// the sorting of rows that must differ.
std::vector<Finding> judge(const Definition& form, const Answers& answers, const Facts& facts,
                           const Extent& extent = {});

/// What can be no part of a form as it was signed: answers to what is not asked, and values that a
/// repair would change, so that what is stored is not what was signed. Each is wrong.
std::vector<Finding> strays(const Definition& form, const Answers& answers, const Facts& facts);

/// The findings that stop a form, as client and service tell each other.
std::vector<protocol::FieldError> fieldErrors(const Answers& answers,
                                              const std::vector<Finding>& findings);

/// Whether nothing stops the form: warnings and notices do not.
bool isAcceptable(const std::vector<Finding>& findings);
/// Whether all that stops the form is that required answers are missing.
bool onlyMissing(const Definition& form, const std::vector<Finding>& findings);

}  // namespace madoguchi::forms
