#pragma once

#include <QString>
#include <utility>

#include "app/form/form_model.h"
#include "app/widgets/ruby_text.h"
#include "forms/engine/form_words.h"

namespace madoguchi::app {

/// The words of a form in the language of the moment, by ids that follow from its definition:
///
/// | text | id |
/// |---|---|
/// | page, where there are several | page.FORM.PAGE.title |
/// | section, where a page has several | section.FORM.SECTION.title |
/// | field | field.FIELD.label, .hint; within a group field.GROUP.FIELD.label, .hint |
/// | choice | value.FIELD.CHOICE, value.GROUP.FIELD.CHOICE; of yes and no value.yesNo.CHOICE |
/// | group | group.GROUP.title; .row ("Relative %1"); .add |
/// | message code | fieldError.CODE |
/// | unit of a number | unit.UNIT ("%1 yen") |
///
/// Entries of code lists bring their own. A form may bring words of its own by the same ids; what
/// they do not have is the program's. Where nothing else is said, texts are markup.
class FormTexts {
 public:
  /// `form` and `words` outlive it. Where a text of its own exists for the `variant`,
  /// "field.email.label.office", that one is taken.
  explicit FormTexts(const forms::Definition& form, QString variant = {},
                     const forms::FormWords* words = nullptr);

  [[nodiscard]] QString pageTitle(std::string_view page) const;
  /// Empty where the page has one section only, or the same title.
  [[nodiscard]] QString sectionTitle(const forms::Section& section) const;
  [[nodiscard]] QString label(const forms::Field& field) const;
  /// Of a field or a group, after the number of the item on the official form where it has one:
  /// "16 Relatives in Japan".
  [[nodiscard]] QString label(const FormModel& form, const forms::FieldPath& path) const;
  /// The same, and in a row of a group the row too: "Relative 2: Name".
  [[nodiscard]] QString namedLabel(const FormModel& form, const forms::FieldPath& path) const;
  [[nodiscard]] QString hint(const forms::Field& field) const;
  /// Of a choice, a code of a list, "yes" or "true".
  [[nodiscard]] QString choice(const forms::Field& field, const QString& choice) const;
  /// What a file may be, for its field: "field.FIELD.takes" of the form's own words, with %1 for
  /// the kinds and %2 for the size, or both as they are.
  [[nodiscard]] QString takes(const forms::Field& field) const;
  /// What stands before and behind a number that is typed; either may be empty.
  [[nodiscard]] std::pair<QString, QString> unit(const forms::Field& field) const;
  [[nodiscard]] QString addRow(const forms::Group& group) const;
  /// "Relative 2", with what of it names it to people: "Relative 2: Child, サントス　ホセ".
  [[nodiscard]] RubyText rowName(const FormModel& form, const forms::FieldPath& row) const;
  /// An answer for checking.
  [[nodiscard]] RubyText shown(const forms::Field& field, const QString& value) const;

  /// At the field.
  [[nodiscard]] QString finding(const FormModel& form, const forms::FieldPath& path,
                                const ShownError& error) const;
  /// In a list of several: the same words, with the name of the field where they do not have it.
  [[nodiscard]] QString namedFinding(const FormModel& form, const forms::FieldPath& path,
                                     const ShownError& error) const;
  /// What is known beyond that; empty where nothing is.
  [[nodiscard]] QString cause(const forms::Field& field, const ShownError& error) const;

 private:
  /// Of the form's own words; empty where it has none.
  [[nodiscard]] QString own(const QString& id) const;
  [[nodiscard]] QString word(const QString& id) const;
  [[nodiscard]] QString ofVariant(const QString& id) const;
  [[nodiscard]] QString ofCode(const QString& code, const QString& end) const;
  [[nodiscard]] QString said(const FormModel& form, const forms::FieldPath& path,
                             const ShownError& error, bool named) const;
  [[nodiscard]] QString rowNumber(const FormModel& form, const forms::FieldPath& row) const;

  const forms::Definition* m_form;
  QString m_variant;
  const forms::FormWords* m_words;
};

/// What stands above a form that was refused; markup.
struct MessageTexts {
  QString text;
  QString remedy;
};
MessageTexts messageTexts(const QString& code);

/// An example that one can follow stands under its label.
bool hasWrittenExample(const forms::Field& field);

/// Markup, or "unknown" and dates of which less is known.
QString writtenPartialDate(const QString& value);

}  // namespace madoguchi::app
