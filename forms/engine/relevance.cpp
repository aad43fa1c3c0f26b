#include "forms/engine/relevance.h"

#include <algorithm>

#include "forms/text/padded.h"

namespace madoguchi::forms {
namespace {

std::string dateText(std::chrono::year_month_day day) {
  return padded(static_cast<int>(day.year()), 4) + '-' +
         padded(static_cast<unsigned>(day.month()), 2) + '-' +
         padded(static_cast<unsigned>(day.day()), 2);
}

std::size_t rowCount(const Relevance& relevance, const Field& field) {
  return field.group ? relevance.rows(*field.group).size() : 1;
}

}  // namespace

Relevance::Relevance(const Definition& form, const Answers& answers, const Facts& facts)
    : m_form(form),
      m_answers(answers),
      m_facts(facts),
      m_today(dateText(facts.today)),
      m_pages(form.pages.size()),
      m_sections(form.sections.size()),
      m_groups(form.groups.size()) {
  for (const Group& group : form.groups) {
    m_rows.push_back(&rowsOf(answers, group.id));
  }
  for (const Field& field : form.fields) {
    m_fields.emplace_back(rowCount(*this, field));
  }
}

/// `decide` is asked once; nothing depends on itself, or the definition would have been refused.
template <typename Decide>
bool Relevance::remembered(Known& known, Decide decide) {
  if (known == Known::no) {
    known = decide() ? Known::asked : Known::notAsked;
  }
  return known == Known::asked;
}

bool Relevance::asksPage(std::size_t page) const {
  return remembered(m_pages[page], [&] { return holds(m_form.pages[page].when, 0); });
}

bool Relevance::asksSection(std::size_t index) const {
  const Section& section = m_form.sections[index];
  return remembered(m_sections[index],
                    [&] { return asksPage(section.page) && holds(section.when, 0); });
}

bool Relevance::asksGroup(std::size_t index) const {
  const Group& group = m_form.groups[index];
  return remembered(m_groups[index], [&] {
    return numberIn(group.numbers) != nullptr && asksSection(group.section) && holds(group.when, 0);
  });
}

bool Relevance::asksField(std::size_t index, std::size_t row) const {
  const Field& field = m_form.fields[index];
  return remembered(m_fields[index][row], [&] {
    return numberIn(field.numbers) != nullptr &&
           (field.group ? asksGroup(*field.group) : asksSection(field.section)) &&
           holds(field.when, row);
  });
}

const std::string* Relevance::numberIn(
    const std::map<std::string, std::string, std::less<>>& numbers) const {
  static const std::string kNone;
  if (numbers.empty() || !m_form.numberedBy) {
    return &kNone;
  }
  std::string name(value({.kind = Operand::Kind::fact, .index = *m_form.numberedBy}, 0));
  if (const auto found = numbers.find(name); found != numbers.end()) {
    return &found->second;
  }
  // The part is looked at only where a number is by it: what decides the part has none.
  name += kNumberSeparator;
  if (const auto next = numbers.lower_bound(name);
      next == numbers.end() || !next->first.starts_with(name)) {
    return nullptr;
  }
  name += value(*m_form.numberedWithin, 0);
  const auto found = numbers.find(name);
  return found == numbers.end() ? nullptr : &found->second;
}

std::string_view Relevance::numberOfField(std::size_t field) const {
  const std::string* number = numberIn(m_form.fields[field].numbers);
  return number == nullptr ? std::string_view() : *number;
}

std::string_view Relevance::numberOfGroup(std::size_t group) const {
  const std::string* number = numberIn(m_form.groups[group].numbers);
  return number == nullptr ? std::string_view() : *number;
}

const std::vector<Row>& Relevance::rows(std::size_t group) const { return *m_rows[group]; }

FieldPath Relevance::path(std::size_t index, std::size_t row) const {
  const Field& field = m_form.fields[index];
  if (!field.group) {
    return topField(field.id);
  }
  return {.group = m_form.groups[*field.group].id,
          .row = rows(*field.group)[row].id,
          .field = field.id};
}

std::string_view Relevance::written(std::size_t index, std::size_t row) const {
  const Field& field = m_form.fields[index];
  const Values& values = field.group ? rows(*field.group)[row].values : m_answers.values;
  const auto found = values.find(field.id);
  return found == values.end() ? std::string_view() : std::string_view(found->second);
}

std::string_view Relevance::value(std::size_t index, std::size_t row) const {
  if (!asksField(index, row)) {
    return {};
  }
  const Field& field = m_form.fields[index];
  const std::string_view answer = written(index, row);
  if (!answer.empty() || !field.takesOnlyChoice) {
    return answer;
  }
  const auto& choices = field.list ? field.list->codes : field.settings.choices;
  const auto isOne = [&](const std::string& choice) { return isOffered(index, row, choice); };
  const auto first = std::ranges::find_if(choices, isOne);
  const bool only = first != choices.end() && std::none_of(first + 1, choices.end(), isOne);
  return only ? std::string_view(*first) : std::string_view();
}

std::string_view Relevance::value(const FieldPath& path) const {
  const Field* field = findField(m_form, path);
  const auto row = path.group.empty() ? std::optional<std::size_t>(0)
                                      : indexOfRow(m_answers, path.group, path.row);
  return field != nullptr && row
             ? value(static_cast<std::size_t>(field - m_form.fields.data()), *row)
             : std::string_view();
}

std::string_view Relevance::value(const Operand& operand, std::size_t row) const {
  switch (operand.kind) {
    case Operand::Kind::field:
      return value(operand.index, m_form.fields[operand.index].group ? row : 0);
    case Operand::Kind::fact: {
      if (operand.index == 0) {
        return m_today;
      }
      const auto found = m_facts.values.find(m_form.facts[operand.index].name);
      return found == m_facts.values.end() ? std::string_view() : std::string_view(found->second);
    }
    case Operand::Kind::date:
      break;
  }
  return operand.date;
}

bool Relevance::isRequired(std::size_t index, std::size_t row) const {
  const Field& field = m_form.fields[index];
  return field.required || (field.requiredWhen && holds(*field.requiredWhen, row));
}

bool Relevance::isOffered(std::size_t index, std::size_t row, std::string_view choice) const {
  const Field& field = m_form.fields[index];
  if (std::ranges::find(field.leftOut, choice) != field.leftOut.end()) {
    return false;
  }
  if (field.list) {
    const std::string_view parent = field.by ? value(*field.by, row) : std::string_view();
    return forms::isOffered(*field.list, choice, parent);
  }
  const auto found = std::ranges::find(field.settings.choices, choice);
  if (found == field.settings.choices.end()) {
    return false;
  }
  const auto at = static_cast<std::size_t>(found - field.settings.choices.begin());
  return at >= field.offeredWhen.size() || holds(field.offeredWhen[at], row);
}

std::vector<std::string> Relevance::offered(std::size_t index, std::size_t row) const {
  const Field& field = m_form.fields[index];
  std::vector<std::string> choices;
  std::ranges::copy_if(field.list ? field.list->codes : field.settings.choices,
                       std::back_inserter(choices),
                       [&](const std::string& choice) { return isOffered(index, row, choice); });
  return choices;
}

bool Relevance::holds(const Condition& condition, std::size_t row) const {
  return forms::holds(
      condition, [&](const Operand& operand) { return value(operand, row); }, m_today);
}

bool Relevance::holds(const std::optional<Condition>& condition, std::size_t row) const {
  return !condition || holds(*condition, row);
}

void forEachAsked(const Relevance& relevance, const Extent& extent,
                  const std::function<void(std::size_t field, std::size_t row)>& visit) {
  const Definition& form = relevance.form();
  const auto visitField = [&](std::size_t field, std::size_t row) {
    const bool meant = form.fields[field].submitted || !extent.submittedOnly;
    if (meant && relevance.asksField(field, row)) {
      visit(field, row);
    }
  };
  for (std::size_t index = 0; index < form.sections.size(); ++index) {
    const Section& section = form.sections[index];
    const bool meant = extent.page.empty() || form.pages[section.page].id == extent.page;
    if (!meant || !relevance.asksSection(index)) {
      continue;
    }
    for (const Section::Entry& entry : section.contents) {
      if (!entry.isGroup) {
        visitField(entry.index, 0);
        continue;
      }
      const Group& group = form.groups[entry.index];
      for (std::size_t row = 0; row < relevance.rows(entry.index).size(); ++row) {
        for (std::size_t field = 0; field < group.fieldCount; ++field) {
          visitField(group.firstField + field, row);
        }
      }
    }
  }
}

std::vector<FieldPath> asked(const Definition& form, const Answers& answers, const Facts& facts,
                             const Extent& extent) {
  const Relevance relevance(form, answers, facts);
  std::vector<FieldPath> paths;
  forEachAsked(relevance, extent, [&](std::size_t field, std::size_t row) {
    paths.push_back(relevance.path(field, row));
  });
  return paths;
}

std::vector<std::string> askedPages(const Definition& form, const Answers& answers,
                                    const Facts& facts) {
  const Relevance relevance(form, answers, facts);
  std::vector<std::string> pages;
  for (std::size_t page = 0; page < form.pages.size(); ++page) {
    if (relevance.asksPage(page)) {
      pages.push_back(form.pages[page].id);
    }
  }
  return pages;
}

std::vector<FieldPath> answeredUnasked(const Definition& form, const Answers& answers,
                                       const Facts& facts) {
  const Relevance relevance(form, answers, facts);
  std::vector<FieldPath> paths;
  for (std::size_t index = 0; index < form.fields.size(); ++index) {
    for (std::size_t row = 0; row < rowCount(relevance, form.fields[index]); ++row) {
      if (!relevance.written(index, row).empty() && !relevance.asksField(index, row)) {
        paths.push_back(relevance.path(index, row));
      }
    }
  }
  for (std::size_t index = 0; index < form.groups.size(); ++index) {
    if (!relevance.rows(index).empty() && !relevance.asksGroup(index)) {
      paths.push_back({.group = form.groups[index].id});
    }
  }
  return paths;
}

}  // namespace madoguchi::forms
