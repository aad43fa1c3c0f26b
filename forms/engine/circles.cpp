#include "forms/engine/circles.h"

#include <algorithm>

#include "forms/engine/condition_reader.h"

namespace madoguchi::forms {
namespace {

bool isNumberedWithin(const std::map<std::string, std::string, std::less<>>& numbers) {
  return std::ranges::any_of(numbers, [](const auto& number) {
    return number.first.find(kNumberSeparator) != std::string::npos;
  });
}

/// The search goes from field to field: what stands between them (group, section, page) only hands
/// its conditions down.
class Search {
 public:
  explicit Search(const Definition& form) : m_form(form), m_state(form.fields.size()) {}

  std::optional<Circle> run() {
    for (std::size_t field = 0; field < m_form.fields.size(); ++field) {
      if (visit(field)) {
        return circle();
      }
    }
    return std::nullopt;
  }

 private:
  enum class State : std::uint8_t { untouched, open, done };

  /// The fields that decide whether this one is asked and what an empty answer to it means.
  [[nodiscard]] std::vector<std::size_t> dependencies(std::size_t index) const {
    const Field& field = m_form.fields[index];
    const Section& section = m_form.sections[field.section];
    std::vector<std::size_t> found;
    const auto collect = [&found](const std::optional<Condition>& condition) {
      if (condition) {
        collectFields(*condition, found);
      }
    };
    collect(field.when);
    std::ranges::for_each(field.offeredWhen, collect);
    if (field.by && field.by->kind == Operand::Kind::field) {
      found.push_back(field.by->index);
    }
    if (field.sameAs) {
      found.push_back(*field.sameAs);
    }
    if (field.group) {
      collect(m_form.groups[*field.group].when);
    }
    if (isNumberedWithin(field.numbers) ||
        (field.group && isNumberedWithin(m_form.groups[*field.group].numbers))) {
      found.push_back(*m_form.numberedWithin);
    }
    collect(section.when);
    collect(m_form.pages[section.page].when);
    return found;
  }

  /// True where a circle was found; it then ends m_open.
  bool visit(std::size_t field) {
    if (m_state[field] == State::done) {
      return false;
    }
    m_open.push_back(field);
    if (m_state[field] == State::open) {
      return true;
    }
    m_state[field] = State::open;
    for (const std::size_t next : dependencies(field)) {
      if (visit(next)) {
        return true;
      }
    }
    m_state[field] = State::done;
    m_open.pop_back();
    return false;
  }

  [[nodiscard]] Circle circle() const {
    Circle found{.field = m_open.back()};
    auto step = std::ranges::find(m_open, m_open.back());
    for (; step != m_open.end(); ++step) {
      found.names += (found.names.empty() ? "" : " -> ") + m_form.fields[*step].id;
    }
    return found;
  }

  const Definition& m_form;
  std::vector<State> m_state;
  std::vector<std::size_t> m_open;  ///< the way to where the search is
};

}  // namespace

std::optional<Circle> findCircle(const Definition& form) { return Search(form).run(); }

}  // namespace madoguchi::forms
