#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "forms/engine/definition.h"
#include "forms/engine/facts.h"

namespace madoguchi::forms {

/// What of a form is asked, given what has been answered: the one place that says what the
/// application is, for screen, review, judgement, signature, store and print.
///
/// Something is asked where its own condition and that of everything around it hold, and where a
/// form that is numbered by a fact has a number for it. Conditions see what counts: the answer to a
/// field that is not asked is none.
///
/// Looks things up as they are wanted and keeps them, so it is of one thread; definition, answers
/// and facts must outlive it unchanged.
class Relevance {
 public:
  Relevance(const Definition& form, const Answers& answers, const Facts& facts);

  [[nodiscard]] const Definition& form() const { return m_form; }
  [[nodiscard]] const Answers& answers() const { return m_answers; }
  [[nodiscard]] const Facts& facts() const { return m_facts; }

  // By index in the definition's tables; `row` by index too, 0 outside groups.
  [[nodiscard]] bool asksPage(std::size_t page) const;
  [[nodiscard]] bool asksSection(std::size_t section) const;
  [[nodiscard]] bool asksGroup(std::size_t group) const;
  [[nodiscard]] bool asksField(std::size_t field, std::size_t row = 0) const;

  [[nodiscard]] const std::vector<Row>& rows(std::size_t group) const;
  [[nodiscard]] FieldPath path(std::size_t field, std::size_t row = 0) const;
  /// As it was answered, counting or not.
  [[nodiscard]] std::string_view written(std::size_t field, std::size_t row = 0) const;
  /// What counts: empty where it is not asked; the only choice where an empty answer means it.
  [[nodiscard]] std::string_view value(std::size_t field, std::size_t row = 0) const;
  [[nodiscard]] std::string_view value(const FieldPath& path) const;
  /// Of the item on the official form; empty where it has none of its own.
  [[nodiscard]] std::string_view numberOfField(std::size_t field) const;
  [[nodiscard]] std::string_view numberOfGroup(std::size_t group) const;
  [[nodiscard]] bool isRequired(std::size_t field, std::size_t row = 0) const;
  /// The choices or codes that are offered with the other answers as they are.
  [[nodiscard]] std::vector<std::string> offered(std::size_t field, std::size_t row = 0) const;
  [[nodiscard]] bool isOffered(std::size_t field, std::size_t row, std::string_view choice) const;
  [[nodiscard]] std::string_view value(const Operand& operand, std::size_t row) const;
  [[nodiscard]] bool holds(const Condition& condition, std::size_t row) const;

 private:
  enum class Known : std::uint8_t { no, asked, notAsked };

  template <typename Decide>
  static bool remembered(Known& known, Decide decide);
  [[nodiscard]] bool holds(const std::optional<Condition>& condition, std::size_t row) const;
  /// Null where the form, as it is asked now, has no such item.
  [[nodiscard]] const std::string* numberIn(
      const std::map<std::string, std::string, std::less<>>& numbers) const;

  const Definition& m_form;
  const Answers& m_answers;
  const Facts& m_facts;
  std::string m_today;
  std::vector<const std::vector<Row>*> m_rows;  ///< of each group
  mutable std::vector<Known> m_pages;
  mutable std::vector<Known> m_sections;
  mutable std::vector<Known> m_groups;
  mutable std::vector<std::vector<Known>> m_fields;  ///< of each, by row
};

/// How much of a form is meant.
struct Extent {
  std::string_view page = {};  ///< id; empty for all pages
  bool submittedOnly = false;  ///< without what is not part of what is signed and stored
};

/// Calls `visit` for what is asked, in the order of the form; in a group row by row.
void forEachAsked(const Relevance& relevance, const Extent& extent,
                  const std::function<void(std::size_t field, std::size_t row)>& visit);

/// The same as paths.
std::vector<FieldPath> asked(const Definition& form, const Answers& answers, const Facts& facts,
                             const Extent& extent = {});
/// Ids of the pages that are asked, in order.
std::vector<std::string> askedPages(const Definition& form, const Answers& answers,
                                    const Facts& facts);
/// What is answered although it is not asked: fields by their paths, groups with rows by theirs.
std::vector<FieldPath> answeredUnasked(const Definition& form, const Answers& answers,
                                       const Facts& facts);

}  // namespace madoguchi::forms
