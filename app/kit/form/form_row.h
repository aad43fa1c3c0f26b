#pragma once

#include <QWidget>

#include "app/kit/form/form_texts.h"
#include "app/widgets/message_panel.h"

namespace madoguchi::app {

class FieldEditor;
class FieldOffer;
class RubyLabel;
class SvgPicture;

/// A field of a form with its label, what is expected, what the card said, and what was found.
class FormRow : public QWidget {
  Q_OBJECT
 public:
  /// `objectName` is that of the editor, and begins those of what belongs to it.
  FormRow(FormModel& form, const FormTexts& texts, forms::FieldPath path, const QString& objectName,
          QWidget* parent = nullptr);
  [[nodiscard]] const forms::FieldPath& path() const { return m_path; }
  [[nodiscard]] FieldEditor& editor() const { return *m_editor; }
  /// Whether it is asked and what is offered, as it is now. True where it has begun to be shown.
  bool takeShape();
  /// Takes value and marks from the form.
  void takeValue();
  void setFocusHere();
  /// Something that belongs to the field, below its editor.
  void addBelow(QWidget* widget);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void build(const QString& objectName);
  void connectForm();
  void takeFinding();
  void lookForOffer();
  /// What is to be said here of what was found.
  [[nodiscard]] std::optional<ShownError> findingNow() const;
  void sayAll();
  void sayRequired();
  [[nodiscard]] MessagePanel::Kind kind() const;

  FormModel& m_form;
  FormTexts m_texts;
  forms::FieldPath m_path;
  const forms::Field& m_field;
  std::optional<ShownError> m_finding;
  FieldEditor* m_editor;
  FieldOffer* m_offer = nullptr;
  RubyLabel* m_label;
  RubyLabel* m_required;
  RubyLabel* m_hint;
  RubyLabel* m_fromCard;
  RubyLabel* m_cardTextLabel;
  RubyLabel* m_cardText;
  SvgPicture* m_sign;
  RubyLabel* m_error;
  RubyLabel* m_cause;
};

/// What other answers have decided is not asked: the only choice that is left.
bool isDecided(const FormModel& form, const forms::FieldPath& field);
MessagePanel::Kind kindOf(forms::Severity severity);
/// "family.3f2a.name": what stands for a path in names of objects.
QString nameOf(const forms::FieldPath& path);

}  // namespace madoguchi::app
