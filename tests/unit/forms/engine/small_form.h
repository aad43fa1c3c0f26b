#pragma once

#include <string>

#include "forms/engine/definition_reader.h"
#include "forms/engine/judge.h"
#include "tests/support/demonstration_form.h"

// Forms of a few fields, for one construct at a time.

namespace madoguchi::forms {

/// A form whose one section has `contents`; `rest` are further members of the file.
inline std::string smallForm(const std::string& contents, const std::string& rest = {}) {
  return R"({"form":"small","version":1,"source":"Made up","checkedAt":"2026-11-01",)"
         R"("codes":{"missing":"M","wrong":"W"},)" +
         rest + R"("pages":[{"id":"p","sections":[{"id":"s","contents":[)" + contents + "]}]}]}";
}

/// A text that takes digits.
inline std::string digits(const std::string& id, const std::string& rest = {}) {
  return R"({"id":")" + id + R"(","type":"text","rule":"phone","maxLength":9)" +
         (rest.empty() ? "" : "," + rest) + "}";
}

inline std::string yesNo(const std::string& id, const std::string& rest = {}) {
  return R"({"id":")" + id + R"(","type":"yesNo")" + (rest.empty() ? "" : "," + rest) + "}";
}

inline Definition smallDefinition(const std::string& contents, const std::string& rest = {}) {
  return definitionFrom(smallForm(contents, rest), test::demonstrationLists());
}

/// "path code" of each, warnings and notices with "?" and "." behind.
inline std::vector<std::string> said(const Answers& answers, const std::vector<Finding>& findings) {
  std::vector<std::string> all;
  for (const Finding& finding : findings) {
    all.push_back(writtenPath(answers, finding.path) + ' ' + finding.code +
                  (finding.severity == Severity::warning  ? "?"
                   : finding.severity == Severity::notice ? "."
                                                          : ""));
  }
  return all;
}

inline std::vector<std::string> saidOf(const Definition& form, const Answers& answers,
                                       const Extent& extent = {}) {
  return said(answers, judge(form, answers, test::demonstrationFacts(), extent));
}

inline std::vector<std::string> writtenPaths(const Answers& answers,
                                             const std::vector<FieldPath>& paths) {
  std::vector<std::string> all;
  for (const FieldPath& path : paths) {
    all.push_back(writtenPath(answers, path));
  }
  return all;
}

}  // namespace madoguchi::forms
