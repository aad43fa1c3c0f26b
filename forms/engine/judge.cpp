#include "forms/engine/judge.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "forms/engine/checks.h"

namespace madoguchi::forms {
namespace {

/// Where a finding stands in the order of the form: the first field of the group or the field
/// itself, the row (from 1; the group itself is 0), the field in the row.
using Position = std::tuple<std::size_t, std::size_t, std::size_t>;

const std::string& codeOf(const Codes& codes, Fault fault) {
  const std::string& own = codes[static_cast<std::size_t>(fault)];
  return own.empty() ? codes[static_cast<std::size_t>(Fault::wrong)] : own;
}

class Judgement {
 public:
  Judgement(const Relevance& relevance, const Extent& extent)
      : m_relevance(relevance), m_form(relevance.form()), m_extent(extent) {}

  std::vector<Finding> run() {
    forEachAsked(m_relevance, m_extent, [this](std::size_t field, std::size_t row) {
      const Judged judged = judgeField(field, row);
      if (judged.fault) {
        say(field, row, codeOf(m_form.fields[field].codes, *judged.fault), Severity::error,
            judged.explanation);
      }
    });
    for (std::size_t group = 0; group < m_form.groups.size(); ++group) {
      countRows(group);
    }
    for (const Check& check : m_form.checks) {
      if (isMeant(check.section)) {
        runCheck(
            check, m_relevance, [this](auto field, auto row) { return isSound(field, row); },
            [&](auto field, auto row) { say(field, row, check.code, check.severity); });
      }
    }
    std::vector<Finding> findings;
    for (auto& [position, finding] : m_findings) {
      findings.push_back(std::move(finding));
    }
    return findings;
  }

 private:
  [[nodiscard]] bool isMeant(std::size_t section) const {
    return m_extent.page.empty() || m_form.pages[m_form.sections[section].page].id == m_extent.page;
  }

  struct Judged {
    std::optional<Fault> fault;
    Explanation explanation = {};
  };

  [[nodiscard]] Judged judgeField(std::size_t index, std::size_t row) const {
    const Field& field = m_form.fields[index];
    const std::string_view value = m_relevance.value(index, row);
    const bool required = m_relevance.isRequired(index, row);
    if (value.empty()) {
      return required ? Judged{Fault::missing, {.cause = Cause::missing}} : Judged{};
    }
    if (field.sameAs) {
      // A repetition is held against what it repeats, and that alone: the form of both is judged
      // there.
      const std::string_view repeated = m_relevance.value(*field.sameAs, row);
      return repeated.empty() || value == repeated ? Judged{} : Judged{Fault::different};
    }
    const Explanation explanation = explain(field, value, m_relevance.facts().today);
    const auto fault = faultOf(explanation.cause);
    if (fault == Fault::missing && !required) {
      // Blanks alone, which are not what an empty answer is.
      return {Fault::wrong, {.cause = Cause::notRepaired}};
    }
    return {fault || isOfferedNow(index, row, value) ? fault : Fault::notOffered, explanation};
  }

  [[nodiscard]] bool isOfferedNow(std::size_t index, std::size_t row,
                                  std::string_view value) const {
    const Field& field = m_form.fields[index];
    if (field.type == FieldType::codes) {
      return std::ranges::all_of(splitCodes(value), [&](std::string_view code) {
        return m_relevance.isOffered(index, row, code);
      });
    }
    const bool chosen = field.list != nullptr || !field.offeredWhen.empty();
    return !chosen || m_relevance.isOffered(index, row, value);
  }

  [[nodiscard]] bool isSound(std::size_t field, std::size_t row) const {
    return !judgeField(field, row).fault;
  }

  void countRows(std::size_t index) {
    const Group& group = m_form.groups[index];
    if (!isMeant(group.section) || !m_relevance.asksGroup(index)) {
      return;
    }
    const std::size_t rows = m_relevance.rows(index).size();
    if (rows < group.minRows || rows > group.maxRows) {
      const Fault fault = rows < group.minRows ? Fault::tooFew : Fault::tooMany;
      m_findings.emplace(Position(group.firstField, 0, 0),
                         Finding{{.group = group.id}, codeOf(group.codes, fault)});
    }
  }

  void say(std::size_t index, std::size_t row, const std::string& code, Severity severity,
           const Explanation& explanation = {}) {
    const Field& field = m_form.fields[index];
    if (!isMeant(field.section) || (m_extent.submittedOnly && !field.submitted)) {
      return;
    }
    const Position position = field.group
                                  ? Position(m_form.groups[*field.group].firstField, row + 1, index)
                                  : Position(index, 0, 0);
    const auto [found, isNew] = m_findings.try_emplace(
        position, Finding{m_relevance.path(index, row), code, severity, explanation});
    if (!isNew && severity > found->second.severity) {
      found->second.code = code;
      found->second.severity = severity;
    }
  }

  const Relevance& m_relevance;
  const Definition& m_form;
  Extent m_extent;
  std::map<Position, Finding> m_findings;
};

}  // namespace

std::vector<Finding> judge(const Definition& form, const Answers& answers, const Facts& facts,
                           const Extent& extent) {
  const Relevance relevance(form, answers, facts);
  return Judgement(relevance, extent).run();
}

std::vector<Finding> strays(const Definition& form, const Answers& answers, const Facts& facts) {
  const Relevance relevance(form, answers, facts);
  std::vector<Finding> findings;
  for (std::size_t index = 0; index < form.fields.size(); ++index) {
    const Field& field = form.fields[index];
    const std::size_t rows = field.group ? relevance.rows(*field.group).size() : 1;
    for (std::size_t row = 0; row < rows; ++row) {
      const std::string_view value = relevance.written(index, row);
      const bool stray =
          !value.empty() && (!relevance.asksField(index, row) || repaired(field, value) != value);
      if (stray) {
        findings.push_back({relevance.path(index, row), codeOf(field.codes, Fault::wrong)});
      }
    }
  }
  for (std::size_t index = 0; index < form.groups.size(); ++index) {
    if (!relevance.rows(index).empty() && !relevance.asksGroup(index)) {
      findings.push_back(
          {{.group = form.groups[index].id}, codeOf(form.groups[index].codes, Fault::tooMany)});
    }
  }
  return findings;
}

std::vector<protocol::FieldError> fieldErrors(const Answers& answers,
                                              const std::vector<Finding>& findings) {
  std::vector<protocol::FieldError> errors;
  for (const Finding& finding : findings) {
    if (finding.severity == Severity::error) {
      errors.push_back({writtenPath(answers, finding.path), finding.code});
    }
  }
  return errors;
}

bool isAcceptable(const std::vector<Finding>& findings) {
  return std::ranges::none_of(
      findings, [](const Finding& finding) { return finding.severity == Severity::error; });
}

bool onlyMissing(const Definition& form, const std::vector<Finding>& findings) {
  return std::ranges::all_of(findings, [&form](const Finding& finding) {
    if (finding.severity != Severity::error) {
      return true;
    }
    if (const Field* field = findField(form, finding.path)) {
      return finding.code == codeOf(field->codes, Fault::missing);
    }
    const Group* group = findGroup(form, finding.path.group);
    return group != nullptr && finding.code == codeOf(group->codes, Fault::tooFew);
  });
}

}  // namespace madoguchi::forms
