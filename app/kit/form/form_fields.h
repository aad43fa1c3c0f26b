#pragma once

#include <QWidget>
#include <vector>

#include "app/kit/form/form_texts.h"

class QVBoxLayout;

namespace madoguchi::app {

class FormRow;
class GroupRows;
class RubyLabel;

/// What one page of a form asks: its sections with their rows and groups. What a condition adds or
/// takes away comes and goes without moving what one is typing in, and new questions are announced.
class FormFields : public QWidget {
  Q_OBJECT
 public:
  /// `form` outlives it. Object names begin with `name`: "step1.email", "stay.family.ROW.name".
  FormFields(FormModel& form, const FormTexts& texts, std::string_view page, QString name,
             QWidget* parent = nullptr);
  /// Null where the page has no such row, or none now.
  [[nodiscard]] FormRow* row(const forms::FieldPath& field) const;
  /// Gives the focus to a field or a group; what is to be brought into view, null where the page
  /// has no such.
  QWidget* focusOn(const forms::FieldPath& path);

 signals:
  void termsWanted();
  void fileWanted(const madoguchi::forms::FieldPath& field);
  void townFound(const madoguchi::forms::FieldPath& field, const QString& town);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  [[nodiscard]] FormRow* firstShown() const;
  struct Part {
    RubyLabel* title;
    std::vector<FormRow*> rows = {};
    std::vector<GroupRows*> groups = {};
  };

  void addSection(const forms::Section& section);
  void watch(FormRow* row);
  void takeShape(bool atFirst);

  FormModel& m_form;
  FormTexts m_texts;
  QString m_name;
  QVBoxLayout* m_column;
  std::vector<Part> m_parts;
  RubyLabel* m_said;  ///< never shown: what is announced
};

}  // namespace madoguchi::app
