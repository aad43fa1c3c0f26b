#include "app/rooms/application/new_application.h"

#include <algorithm>
#include <array>
#include <utility>

#include "app/rooms/application/draft_work.h"
#include "forms/application/application_form.h"
#include "forms/application/prefill.h"
#include "forms/procedures/result_needs.h"

namespace madoguchi::app {
namespace {

struct Way {
  std::string_view forWhom;
  std::string_view userClass;
};
// Each kind of account is for one kind of applicant (seed 004).
constexpr std::array kWays = {Way{"self", "foreignNational"}, Way{"child", "legalRepresentative"},
                              Way{"family", "family"}, Way{"client", "attorneyOrScrivener"}};

std::string valueIn(const forms::Values& values, std::string_view field) {
  const auto found = values.find(field);
  return found == values.end() ? std::string() : found->second;
}

forms::Facts startFacts(const std::string& userClass) {
  return {.values = {{"userClass", userClass}}, .today = todayInJapan()};
}

}  // namespace

NewApplication::NewApplication(forms::Values registered, QObject* parent)
    : QObject(parent),
      m_registered(std::move(registered)),
      m_userClass(valueIn(m_registered, "userClass")),
      m_form(forms::applicationStartForm(),
             [userClass = m_userClass] { return startFacts(userClass); }) {
  const auto* way = std::ranges::find(kWays, m_userClass, &Way::userClass);
  if (way != kWays.end()) {
    m_form.fill({.values = {{"forWhom", std::string(way->forWhom)}}}, ValueOrigin::account);
  }
}

const std::string& NewApplication::answer(std::string_view field) const {
  return forms::valueAt(m_form.answers(), forms::topField(std::string(field)));
}

std::string NewApplication::dateOfBirth() const {
  return isForSelf() ? valueIn(m_registered, "dateOfBirth") : answer("dateOfBirth");
}

forms::Answers NewApplication::answered() const {
  forms::Answers answers;
  const forms::Definition& form = forms::applicationForm();
  for (const forms::FieldPath& path : m_form.fields()) {
    const bool isAsked = path.field != "procedure" && forms::findField(form, path) != nullptr;
    if (isAsked) {
      forms::setValue(answers, path, forms::valueAt(m_form.answers(), path));
    }
  }
  return answers;
}

forms::Facts NewApplication::applicationFacts() const {
  return forms::applicationFacts(answer("procedure"), m_userClass, todayInJapan());
}

bool NewApplication::canBeFilledIn() const {
  const forms::Definition& form = forms::applicationForm();
  const forms::Answers answers = answered();
  const forms::Facts facts = applicationFacts();
  const forms::Field* part = forms::findField(form, "statusApplied");
  const auto index = static_cast<std::size_t>(part - form.fields.data());
  return !forms::Relevance(form, answers, facts).offered(index).empty();
}

Prospect NewApplication::prospect() const {
  using Verdict = Prospect::Verdict;
  const forms::ProcedureFacts& facts = forms::procedureFacts();
  const std::string& procedure = answer("procedure");
  const auto today = todayInJapan();
  const auto* way = std::ranges::find(kWays, answer("forWhom"), &Way::forWhom);
  if (way == kWays.end() || way->userClass != m_userClass) {
    return {.verdict = Verdict::otherAccount};
  }
  if (forms::findProcedure(facts, procedure, today) == nullptr) {
    return {.verdict = Verdict::otherProcedure};
  }
  const std::string& unable = answer("unable");
  const std::string& status = answer(forms::statusField(procedure));
  const forms::MayFile may =
      forms::mayFile(facts, m_userClass, procedure,
                     {.dateOfBirth = dateOfBirth(),
                      .unable = unable.empty() ? std::nullopt : std::optional(unable == "yes"),
                      .desiredStatus = status},
                     today);
  Prospect prospect{
      .note = may.note,
      .instead = may.instead,
      .window = forms::filingWindow(facts, procedure, forms::ownDaysIn(m_form.answers()), today),
      .needs = forms::needsOf(facts, procedure, status, {}, today),
      .yen = forms::feeInYen(facts, procedure, {}, "online", today),
      .takes = forms::usualDuration(facts, procedure, today)};
  if (const forms::PhotoRow* rules = forms::photoRules(facts, today)) {
    prospect.photo = forms::needsPhoto(*rules, dateOfBirth(), today);
  }
  if (may.verdict != forms::MayFile::Verdict::yes) {
    prospect.verdict = Verdict::notAllowed;
  } else if (!canBeFilledIn()) {
    prospect.verdict = Verdict::partMissing;
    const forms::PartRow* part = forms::partOf(facts, procedure, status, today);
    prospect.part = part == nullptr ? std::string() : part->part;
    prospect.note = forms::textOf(facts, part == nullptr ? "partMissing" : part->missing);
  } else if (prospect.window && !forms::isOpen(*prospect.window)) {
    prospect.verdict = Verdict::notNow;
  }
  return prospect;
}

Draft NewApplication::draft(const std::optional<forms::Answers>& filedBefore) const {
  const forms::Definition& form = forms::applicationForm();
  std::vector<forms::Answers> sources = {forms::answersOfAccount(m_registered, m_userClass)};
  if (filedBefore && isForSelf()) {
    sources.push_back(forms::answersOfFiling(form, *filedBefore));
  }
  return {.forWhom = QString::fromStdString(answer("forWhom")),
          .procedure = QString::fromStdString(answer("procedure")),
          .answers = forms::prefilled(form, answered(), sources, applicationFacts())};
}

}  // namespace madoguchi::app
