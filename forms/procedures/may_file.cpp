#include "forms/procedures/may_file.h"

#include <algorithm>

#include "forms/rules/partial_date.h"

namespace madoguchi::forms {
namespace {

using std::chrono::year_month_day;
using Question = MayFile::Question;

/// What is known of something: std::nullopt where an answer is missing.
using Known = std::optional<bool>;

Known isUnder(std::string_view dateOfBirth, int years, year_month_day day) {
  if (dateOfBirth == kUnknownDate) {
    return false;
  }
  const auto born = parsePartialDate(dateOfBirth);
  if (!born || !isReal(*born)) {
    return std::nullopt;
  }
  return wholeYears(firstDay(*born), day) < years;
}

/// What came out of the conditions so far.
struct Outcome {
  bool refused = false;
  std::vector<Question> open = {};
};

void want(Outcome& outcome, Known known, Question question) {
  if (!known) {
    outcome.open.push_back(question);
  } else if (!*known) {
    outcome.refused = true;
  }
}

/// Whoever is young enough is not asked for another cause, nor the other way round.
void wantAge(Outcome& outcome, const AllowedIf& rule, const Applicant& applicant,
             year_month_day day) {
  const Known young = isUnder(applicant.dateOfBirth, *rule.underAge, day);
  if (young == true || (rule.orUnable && applicant.unable == true)) {
    return;
  }
  if (young == false && rule.orUnable) {
    want(outcome, applicant.unable, Question::unable);
  } else {
    want(outcome, young, Question::dateOfBirth);
  }
}

Outcome judged(const AllowedIf& rule, const Applicant& applicant, year_month_day day) {
  Outcome outcome;
  if (rule.underAge) {
    wantAge(outcome, rule, applicant, day);
  }
  if (rule.relativeInJapan) {
    want(outcome, applicant.relativeInJapan, Question::relativeInJapan);
  }
  if (!rule.desiredStatuses.empty()) {
    const bool offered = std::ranges::find(rule.desiredStatuses, applicant.desiredStatus) !=
                         rule.desiredStatuses.end();
    want(outcome, applicant.desiredStatus.empty() ? Known() : Known(offered),
         Question::desiredStatus);
  }
  return outcome;
}

}  // namespace

MayFile mayFile(const ProcedureFacts& facts, std::string_view person, std::string_view procedure,
                const Applicant& applicant, year_month_day day) {
  const EligibilityRow* row = rowOn(facts.eligibility, day, [&](const EligibilityRow& candidate) {
    return candidate.person == person && candidate.procedure == procedure;
  });
  if (row == nullptr) {
    return {};
  }
  MayFile result{.note = textOf(facts, row->note)};
  if (row->may == EligibilityRow::May::yes) {
    result.verdict = MayFile::Verdict::yes;
  } else if (row->may == EligibilityRow::May::onlyIf) {
    const Outcome outcome = judged(row->condition, applicant, day);
    if (!outcome.refused) {
      result.verdict = outcome.open.empty() ? MayFile::Verdict::yes : MayFile::Verdict::askFirst;
      result.open = outcome.open;
    }
  }
  if (result.verdict == MayFile::Verdict::no) {
    result.instead = textOf(facts, row->instead);
  }
  return result;
}

std::vector<std::string_view> filedTogether(const ProcedureFacts& facts, std::string_view person,
                                            std::string_view procedure, const Applicant& applicant,
                                            year_month_day day) {
  std::vector<std::string_view> found;
  for (const Procedure& other : facts.procedures) {
    const auto& with = other.onlyWith;
    if (findProcedure(facts, other.id, day) == &other &&
        std::ranges::find(with, procedure) != with.end() &&
        mayFile(facts, person, other.id, applicant, day).verdict != MayFile::Verdict::no) {
      found.push_back(other.id);
    }
  }
  return found;
}

}  // namespace madoguchi::forms
