#pragma once

#include <set>

#include "forms/engine/answers_json.h"
#include "forms/engine/field_value.h"
#include "forms/engine/judge.h"
#include "tests/fuzz/check.h"

namespace madoguchi::fuzz {

/// Whatever was answered: nothing is judged that is not asked, what was signed is read back, and
/// what is good is the same after a repair and says the same when it is read.
inline void checkAgreement(const forms::Definition& form, const forms::Answers& typed,
                           const forms::Facts& facts) {
  using namespace forms;
  const Answers answers = repaired(form, typed);
  check(repaired(form, answers) == answers);
  const auto paths = asked(form, answers, facts);
  const std::set<FieldPath> all(paths.begin(), paths.end());
  const auto findings = judge(form, answers, facts);
  for (const Finding& finding : findings) {
    check(finding.path.field.empty() ? findGroup(form, finding.path.group) != nullptr
                                     : all.contains(finding.path));
    check(!finding.code.empty());
  }
  const std::string text = canonicalJson(form, answers, facts);
  if (isAcceptable(findings) && text.size() <= kMaxAnswerBytes) {
    const auto read = answersFrom(form, text);
    check(read.has_value() && canonicalJson(form, *read, facts) == text);
  }
}

}  // namespace madoguchi::fuzz
